#pragma once

#include "model/exchange/import.h"
#include "views/shell/desk.h"

#include <functional>
#include <memory>
#include <utility>

namespace views {

/// Long work with the open file for one window: on a thread where the desk offers it, with progress
/// and a way to stop. Of two works the later counts; what the earlier found is dropped.
class FileWork {
public:
    FileWork(wxWindow& window, const Desk& desk) : window_(window), desk_(desk) {}
    ~FileWork() { cancel(); }
    FileWork(const FileWork&) = delete;
    FileWork& operator=(const FileWork&) = delete;

    bool is_running() const { return progress_ != nullptr; }
    bool is_stopping() const { return progress_ && progress_->cancelled; }

    /// How much is done, 0 to 1000; 0 where it is not known.
    int done() const { return progress_ ? progress_->done.load() : 0; }

    void cancel()
    {
        if (progress_)
            progress_->cancelled = true;
    }

    /// Work began or ended.
    std::function<void()> on_state;

    /// `work(store, progress)` gives what `done` takes, by reference; `failed` takes the error.
    template <class Work, class Done>
    void run(Work work, Done done, Background::Failed failed)
    {
        cancel();
        progress_ = std::make_shared<Progress>();
        tell();
        const auto report = [progress = progress_](double share) {
            progress->done = static_cast<int>(share * 1000);
            return !progress->cancelled;
        };
        if (!desk_.with_file)
            return run_here(std::move(work), report, done, failed);
        using Result = decltype(work(std::declval<model::RecordStore&>(), model::Progress(report)));
        background_.run(
            &window_,
            [work = std::move(work), report, with_file = desk_.with_file] {
                auto result = std::make_shared<Result>();
                with_file([&](model::RecordStore& store) { *result = work(store, report); });
                return result;
            },
            [this, mine = progress_, done](const std::shared_ptr<Result>& result) {
                if (end(mine))
                    done(*result);
            },
            [this, mine = progress_, failed](const std::exception_ptr& error) {
                if (end(mine))
                    failed(error);
            });
    }

private:
    template <class Work, class Report, class Done>
    void run_here(
        Work work, const Report& report, const Done& done, const Background::Failed& failed)
    {
        const auto mine = progress_;
        try {
            auto result = work(desk_.editor.store(), report);
            end(mine);
            done(result);
        } catch (...) {
            end(mine);
            failed(std::current_exception());
        }
    }

    /// Whether the work that ended is the one that counts.
    bool end(const std::shared_ptr<Progress>& work)
    {
        if (work != progress_)
            return false;
        progress_.reset();
        tell();
        return true;
    }

    void tell() const
    {
        if (on_state)
            on_state();
    }

    wxWindow& window_;
    const Desk& desk_;
    std::shared_ptr<Progress> progress_;
    Background background_; ///< last, so that it ends first
};

} // namespace views
