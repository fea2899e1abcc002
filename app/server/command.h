#pragma once

#include "app/server/county.h"
#include "app/server/options.h"

#include <boost/json/object.hpp>

#include <iosfwd>

namespace app {

/// What the program ends with.
enum class Exit {
    done = 0,
    failed = 1,
    usage = 2,
};

/// One call of hallkeeper-server besides serving: what was asked for, and where the answer goes.
/// With --json the answer is exactly one JSON document.
struct Call {
    const Options& options;
    const model::Translate& translate;
    World world;
    std::ostream& out;

    std::string data() const; ///< --data; throws UsageError where it names no folder
    void answer(const boost::json::object& document, const std::string& text) const;
    std::string text(const model::Message& message) const { return render(message, translate); }
};

/// Makes a one-time code and, with --out, the joining file around it.
Exit new_code(const Call& call);

Exit list_devices(const Call& call);
Exit revoke_device(const Call& call);

/// The device of that number, or the only one in use of that name; throws Error for none.
model::Device device_meant(County& county, const std::string& word);

/// The county's escrow: makes its key, lists what is deposited, opens what a device deposited.
Exit escrow(const Call& call);

/// Lists the audit log, the newest entries first.
Exit list_audit(const Call& call);

/// Looks at every page of the data file and at its audit log, and computes its digest anew.
Exit check_county(const Call& call);

/// Copies the running county into a new folder that a server can start from, and opens the copy to
/// compare it.
Exit back_up(const Call& call);

/// Opens such a folder and looks at every page and at the sums of its records.
Exit verify_backup(const Call& call);

/// Serves until the system asks to stop.
Exit serve(const Call& call);

/// Throws UsageError where the data is another county's than `code`, which may be empty.
void expect_county(const Call& call, County& county, const std::string& code);

/// The division code of a county; throws UsageError for anything else. Empty stays empty.
std::string checked_county(const std::string& code);

} // namespace app
