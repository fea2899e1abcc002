#pragma once

#include "model/sync/transport.h"

#include <vector>

namespace tests {

/// Passes requests on to a real transport and keeps all that was said.
class Recorder : public model::Transport {
public:
    explicit Recorder(model::Transport& below) : below_(below) {}

    struct Exchange {
        model::HttpRequest request;
        model::HttpResponse response;
    };

    model::HttpResponse send(const model::HttpRequest& request) override
    {
        auto response = below_.send(request);
        heard.push_back({request, response});
        return response;
    }

    bool is_pinned() const override { return below_.is_pinned(); }

    std::vector<Exchange> heard;

private:
    model::Transport& below_;
};

} // namespace tests
