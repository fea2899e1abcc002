#include "model/assessment/shipped_methods.h"

#include "assets/assets.h"
#include "model/assessment/method_reader.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

std::vector<ShippedMethod> read_all()
{
    std::vector<ShippedMethod> all;
    for (const auto& asset : assets::all()) {
        if (!asset.name.starts_with("methods/"))
            continue;
        auto reading = read_method(asset.bytes);
        if (!reading.method)
            throw std::logic_error(std::string(asset.name) + ": "
                + english(reading.problems.front().place) + ": "
                + english(reading.problems.front().what));
        all.push_back({std::move(*reading.method), asset.bytes});
    }
    std::ranges::sort(all, {}, [](const ShippedMethod& shipped) { return shipped.method.id; });
    return all;
}

} // namespace

const std::vector<ShippedMethod>& shipped_methods()
{
    static const auto all = read_all();
    return all;
}

const ShippedMethod* shipped_method(std::string_view id)
{
    for (const auto& shipped : shipped_methods())
        if (shipped.method.id == id)
            return &shipped;
    return nullptr;
}

} // namespace model
