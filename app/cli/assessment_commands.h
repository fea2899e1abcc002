#pragma once

#include "app/cli/command.h"

namespace app {

/// `hallctl period list|open|collect|draft|notice|public|lock|publish|reopen …`
Exit period(Call& call);

/// `hallctl score PERIOD [--object KIND]`: the scores of a period, ranked.
Exit score(Call& call);

/// `hallctl explain score PERIOD NAME`: a score down to its events.
Exit explain(Call& call);

/// `hallctl titles PERIOD`
Exit titles(Call& call);

/// `hallctl ledger add|adjust …`
Exit ledger(Call& call);

/// `hallctl method import FILE`
Exit import_method(Call& call);

} // namespace app
