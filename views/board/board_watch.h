#pragma once

#include "model/board/board.h"
#include "views/widgets/background.h"

#include <functional>
#include <memory>

class wxWindow;

namespace views {

struct Desk;

/// Keeps the board as the file is: judges aside, on a thread of its own with the file opened once
/// more, and again whenever something changed. Without a way to open the file the windows judge for
/// themselves, when the board is looked at.
class BoardWatch {
public:
    /// All outlive it.
    BoardWatch(wxWindow& owner, const Desk& desk, Background& thread);
    ~BoardWatch(); ///< gives up what runs

    /// Brings the board up to date, at once or when what runs has ended. `is_shown`: somebody looks
    /// at it.
    void look(bool is_shown);

    /// Judges everything anew.
    void judge_again();

    /// What waits beside the records, told by whoever knows it.
    void take_notices(std::vector<model::BoardNotice> notices);

    void snooze(const model::LineName& line, model::Level level, model::Date until,
        const std::string& reason);
    void wake(const model::LineName& line);

    const model::Board& board() const { return board_; }
    void group_by(model::Board::Grouping grouping);
    void open(const model::Board::Kind& kind, bool open);

    /// Whether it was ever asked to look.
    bool has_begun() const { return is_begun_; }

    bool is_busy() const { return progress_ != nullptr; }

    /// How far what runs is, in records; nullptr where nothing runs.
    const Progress* progress() const { return progress_.get(); }

    /// Why it could not be judged; empty where it could.
    const wxString& trouble() const { return trouble_; }

    std::function<void()> on_change = [] {}; ///< of the board or of is_busy()

private:
    struct Reading;

    void begin();
    void take(const model::BoardNews& news);
    void read_snoozes();

    wxWindow& owner_;
    const Desk& desk_;
    Background& thread_;
    model::Board board_;
    std::shared_ptr<Reading> reading_; ///< of the thread
    std::shared_ptr<Progress> progress_;
    bool is_begun_ = false;
    bool is_asked_anew_ = false;
    wxString trouble_;
};

} // namespace views
