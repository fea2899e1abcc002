#include "views/widgets/background.h"

#include <wx/app.h>

namespace views {

Background::Background() : thread_([this](const std::stop_token& stop) { loop(stop); }) {}

Background::~Background() = default;

int Background::admit(wxWindow* window)
{
    windows_->emplace(++last_ticket_, window);
    return last_ticket_;
}

void Background::push(Job job)
{
    const std::scoped_lock lock(mutex_);
    jobs_.push_back(std::move(job));
    filled_.notify_one();
}

void Background::loop(const std::stop_token& stop)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, stop, [this] { return !jobs_.empty(); });
            if (stop.stop_requested())
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job();
    }
}

void Background::deliver(int ticket, Outcome outcome)
{
    wxTheApp->CallAfter([windows = windows_, ticket, outcome = std::move(outcome)] {
        const auto window = windows->extract(ticket);
        if (window && window.mapped())
            outcome(window.mapped().get());
    });
}

} // namespace views
