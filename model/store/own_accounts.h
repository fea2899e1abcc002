#pragma once

#include "model/store/record_store.h"

#include <vector>

namespace model {

/// The people who open this file. The data file knows them besides its key file, so that the
/// recovery key gives nobody the account of a person whose edits only came with a sync; the list
/// never leaves the file.

/// Those who opened it and were not taken off again; in a file that kept no list yet, those who
/// changed something in it. Throws StoreError where the file fails.
std::vector<Account> own_accounts(RecordStore& store);

/// Writes only where the account is not on the list. Throws StoreError as Batch does.
void add_own_account(RecordStore& store, const Account& account);

/// What the account entered stays.
void remove_own_account(RecordStore& store, const Uuid& account);

} // namespace model
