#include "views/shell/log_check.h"

#include <utility>

namespace views {

namespace {

LogCheck::Found found_in(model::RecordStore& store)
{
    LogCheck::Found found{.check = model::check_audit(store)};
    found.is_news = model::note_findings(store, found.check);
    return found;
}

} // namespace

void LogCheck::look(wxWindow* window, Done done)
{
    const auto keep = [this, done = std::move(done)](const Found& found) {
        unread_ = found;
        done(found);
    };
    begin({window, keep, [](const std::exception_ptr&) {}}); // who reads the log will be told
}

void LogCheck::show(wxWindow* window, Done done, Background::Failed failed)
{
    if (!desk_.with_file)
        return done(found_in(desk_.editor.store()));
    const auto known = std::exchange(unread_, std::nullopt);
    if (known && model::Audit(desk_.editor.store()).head() == known->check.head)
        return done(*known);
    begin({window, std::move(done), std::move(failed)});
}

void LogCheck::begin(Asking asking)
{
    auto* window = asking.window.get();
    asking_.push_back(std::move(asking));
    if (asking_.size() > 1)
        return;
    thread_.run(
        wxGetTopLevelParent(window),
        [with_file = desk_.with_file] {
            Found found;
            with_file([&](model::RecordStore& store) { found = found_in(store); });
            return found;
        },
        [this](const Found& found) {
            const bool is_read = asking_.size() > 1;
            end([&](const Asking& each) { each.done(found); });
            if (is_read)
                unread_.reset();
        },
        [this](const std::exception_ptr& error) {
            end([&](const Asking& each) { each.failed(error); });
        });
}

void LogCheck::end(const std::function<void(const Asking&)>& tell)
{
    for (const auto& each : std::exchange(asking_, {}))
        if (each.window)
            tell(each);
}

} // namespace views
