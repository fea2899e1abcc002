// The board behind the main window.
#include "model/entities/catalog.h"
#include "views/board/board_notices.h"
#include "views/board/board_watch.h"
#include "views/shell/backup_bar.h"
#include "views/shell/main_frame.h"
#include "views/shell/navigation.h"
#include "views/shell/pages.h"

namespace views {

namespace {

/// What was asked for and what is typed come first; judging a large file would take a processor
/// from them.
constexpr int first_wait_ms = 1500;

} // namespace

void MainFrame::wire_board()
{
    board_waits_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { board_->look(false); });
    board_->on_change = [this] {
        pages_->show_board();
        show_counts();
    };
}

/// What presses, beside the pages where it is done.
void MainFrame::show_counts()
{
    const auto& board = board_->board();
    navigation_->show_count(board_page, static_cast<std::int64_t>(board.pressing()));
    for (const auto* def : model::hall_catalog().all())
        navigation_->show_count(def->name, static_cast<std::int64_t>(board.pressing(*def)));
}

void MainFrame::take_notices()
{
    board_->take_notices(board_notices(desk_, backup_bar_->state()));
}

/// Its page looks for itself, at once.
void MainFrame::look_at_board()
{
    take_notices();
    if (pages_->shown() == board_page || board_waits_.IsRunning())
        return;
    if (board_->has_begun())
        board_->look(false);
    else
        board_waits_.StartOnce(first_wait_ms);
}

/// While somebody types, if nothing was judged yet.
void MainFrame::put_board_off()
{
    if (board_waits_.IsRunning())
        board_waits_.StartOnce(first_wait_ms);
}

} // namespace views
