#include "views/board/board_watch.h"

#include "model/commands/require.h"
#include "views/shell/desk.h"

#include <utility>

namespace views {

/// What the thread keeps between two lookings; used by one job at a time.
struct BoardWatch::Reading {
    explicit Reading(const model::Uuid& account) : reader(account) {}

    model::BoardReader reader;
    std::atomic<bool> is_all = false; ///< everything is to be judged
};

namespace {

constexpr const char* judging = model::msgid("Judging the records");

model::OnJudged told_to(Progress& progress)
{
    return [&progress](std::size_t done, std::size_t all) {
        progress.done = static_cast<int>(done);
        progress.total = static_cast<int>(all);
        return !progress.cancelled;
    };
}

} // namespace

BoardWatch::BoardWatch(wxWindow& owner, const Desk& desk, Background& thread)
    : owner_(owner)
    , desk_(desk)
    , thread_(thread)
    , board_(desk.editor.store().today())
    , reading_(std::make_shared<Reading>(desk.editor.account().id))
{
}

BoardWatch::~BoardWatch()
{
    if (progress_)
        progress_->cancelled = true;
}

void BoardWatch::look(bool is_shown)
{
    is_begun_ = true;
    if (is_busy())
        is_asked_anew_ = true;
    else if (desk_.with_file)
        begin();
    else if (is_shown)
        take(reading_->reader.read(desk_.editor.store()));
}

void BoardWatch::judge_again()
{
    reading_->is_all = true;
    if (!desk_.with_file)
        reading_->reader.forget();
    look(true);
}

void BoardWatch::begin()
{
    progress_ = std::make_shared<Progress>();
    progress_->step = judging;
    const auto end = [this] {
        progress_.reset();
        if (std::exchange(is_asked_anew_, false))
            begin();
        on_change();
    };
    thread_.run(
        &owner_,
        [with_file = desk_.with_file, reading = reading_, progress = progress_,
            grouping = board_.grouping()] {
            if (reading->is_all.exchange(false))
                reading->reader.forget();
            model::BoardNews news;
            with_file([&](model::RecordStore& store) {
                news = reading->reader.read(store, told_to(*progress));
                if (news.is_whole)
                    model::Board::sort(news, grouping, model::Snoozes(store).list());
            });
            return news;
        },
        [this, end](const model::BoardNews& news) {
            trouble_.clear();
            take(news);
            end();
        },
        [this, end](const std::exception_ptr& error) {
            trouble_ = describe(error);
            is_asked_anew_ = false; // it would fail again
            end();
        });
}

void BoardWatch::take(const model::BoardNews& news)
{
    board_.take(news);
    read_snoozes();
    if (!is_busy())
        on_change();
}

void BoardWatch::take_notices(std::vector<model::BoardNotice> notices)
{
    if (notices == board_.notices())
        return;
    board_.take_notices(std::move(notices));
    on_change();
}

void BoardWatch::read_snoozes()
{
    board_.take_snoozes(model::Snoozes(desk_.editor.store()).list());
}

void BoardWatch::snooze(
    const model::LineName& line, model::Level level, model::Date until, const std::string& reason)
{
    if (!line.record.is_nil())
        model::require_say(desk_.editor, line.record);
    model::Snoozes(desk_.editor.store()).put(line, level, until, reason, desk_.editor.account());
    read_snoozes();
    on_change();
}

void BoardWatch::wake(const model::LineName& line)
{
    if (!line.record.is_nil())
        model::require_say(desk_.editor, line.record);
    model::Snoozes(desk_.editor.store()).wake(line);
    read_snoozes();
    on_change();
}

void BoardWatch::group_by(model::Board::Grouping grouping)
{
    board_.group_by(grouping);
    on_change();
}

void BoardWatch::open(const model::Board::Kind& kind, bool open)
{
    board_.open(kind, open);
    on_change();
}

} // namespace views
