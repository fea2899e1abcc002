// Looking for words in all registers, as the window offers it.

#include "model/store/search_index.h"
#include "views/shell/main_frame.h"
#include "views/shell/pages.h"
#include "views/shell/search_box.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

constexpr std::int64_t hits_of_a_register = 8;
constexpr int indexed_at_once = 200; ///< records, in some milliseconds

} // namespace

/// So that the first search after a large import or sync need not wait for the index. Piece by
/// piece, so that neither a search nor the end of the program waits for all of it.
void MainFrame::prepare_search()
{
    if (desk_.index && !is_copy())
        searcher_.run(
            this, desk_.index,
            [this](bool more) {
                if (more)
                    prepare_search();
            },
            [](const std::exception_ptr&) {}); // who searches will be told
}

void MainFrame::search()
{
    if (is_copy())
        return say(tr("A copy has no index to search in: filter its lists"));
    // What was just entered here is indexed here: written elsewhere it would look like the work of
    // another program, and lists would be read anew.
    model::index_changes(desk_.editor.store(), indexed_at_once);
    if (!search_) {
        auto find = desk_.search;
        if (!find)
            find = [this](const std::string& typed) {
                return model::search(desk_.editor.store(), typed, hits_of_a_register);
            };
        // An office finds what it works with.
        const auto find_seen = [find, viewer = viewer_](const std::string& typed) {
            auto hits = find(typed);
            std::erase_if(
                hits, [&](const model::Hit& hit) { return !sees(viewer, hit.record.def->name); });
            return hits;
        };
        search_ = new SearchBox(this, find_seen, desk_.search ? &searcher_ : nullptr);
        search_->on_open = [this](const auto& def, const auto& id) {
            Raise();
            guarded(this, [&] { pages_->open_record(def, id); });
        };
    }
    search_->appear();
}

} // namespace views
