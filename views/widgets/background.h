#pragma once

#include "views/widgets/errors.h"

#include <wx/weakref.h>
#include <wx/window.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace views {

/// How far a long work has come, and whether the user still wants it. The work writes the first,
/// the window reads it by a timer and writes the second.
struct Progress {
    std::atomic<const char*> step = ""; ///< msgid
    std::atomic<int> done = 0;
    std::atomic<int> total = 0; ///< 0: not known yet
    std::atomic<bool> cancelled = false;
};

/// A thread for what would freeze the window: sync, import, reports. Jobs run one after another and
/// must not touch what the window shows; a job opens its own Database.
class Background {
public:
    using Failed = std::function<void(std::exception_ptr)>;

    Background();
    ~Background(); ///< lets the running job end and drops the waiting ones

    /// Runs work() over there, then done(result) here on the UI thread. If work() throws, failed()
    /// gets the error instead; without one the user is told. If `window` is gone by then, nothing
    /// more happens.
    template <class Work, class Done>
    void run(wxWindow* window, Work work, Done done, Failed failed = {})
    {
        const auto ticket = admit(window);
        push([this, ticket, work = std::move(work), done = std::move(done),
                 failed = std::move(failed)] { deliver(ticket, outcome_of(work, done, failed)); });
    }

private:
    using Job = std::function<void()>;
    using Outcome = std::function<void(wxWindow*)>;
    using Windows = std::map<int, wxWeakRef<wxWindow>>;

    template <class Work, class Done>
    static Outcome outcome_of(const Work& work, const Done& done, const Failed& failed)
    {
        try {
            return [done, result = work()](wxWindow*) { done(result); };
        } catch (...) {
            return [failed, error = std::current_exception()](
                       wxWindow* parent) { failed ? failed(error) : show_error(parent, error); };
        }
    }

    int admit(wxWindow* window);
    void push(Job job);
    void loop(const std::stop_token& stop);
    void deliver(int ticket, Outcome outcome);

    /// UI thread only: a wxWeakRef is not shared. What is delivered late may outlive this object.
    std::shared_ptr<Windows> windows_ = std::make_shared<Windows>();
    int last_ticket_ = 0;

    std::mutex mutex_;
    std::condition_variable_any filled_;
    std::deque<Job> jobs_;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace views
