#include "model/sync/purge_order.h"

#include "model/sync/json_text.h"
#include "model/sync/signature.h"

#include <sodium.h>

namespace model {

namespace {

// No text that is signed as a request begins like these.
constexpr const char* order_words = "purge order\n";
constexpr const char* proof_words = "purged\n";

std::string seal_of(const PurgeOrder& order, const std::string& secret)
{
    return hmac_hex(order_words + std::to_string(order.device) + '\n' + order.request + '\n'
            + order.nonce + '\n' + order.contact,
        secret);
}

} // namespace

PurgeOrder PurgeOrder::sealed(const std::string& secret) const
{
    auto order = *this;
    order.seal = seal_of(order, secret);
    return order;
}

bool PurgeOrder::is_sealed_with(const std::string& secret) const
{
    const auto right = seal_of(*this, secret);
    return seal.size() == right.size()
        && sodium_memcmp(seal.data(), right.data(), right.size()) == 0;
}

std::string to_json(const PurgeOrder& order)
{
    std::string text;
    JsonText out(text);
    out.open('{').key("device").number(order.device).key("request").text(order.request);
    out.key("nonce").text(order.nonce).key("contact").text(order.contact);
    out.key("seal").text(order.seal).close('}');
    return text;
}

PurgeOrder read_purge_order(const boost::json::object& problem)
{
    const auto* found = problem.if_contains("order");
    if (!found || !found->is_object())
        return {};
    const auto& order = found->get_object();
    return {.device = static_cast<std::uint32_t>(number_at(order, "device", 0)),
        .request = text_at(order, "request", ""),
        .nonce = text_at(order, "nonce", ""),
        .contact = text_at(order, "contact", ""),
        .seal = text_at(order, "seal", "")};
}

std::string proof_of_purge(
    std::uint32_t device, const std::string& nonce, const std::string& secret)
{
    return hmac_hex(proof_words + std::to_string(device) + '\n' + nonce, secret);
}

} // namespace model
