#include "app/server/refusal_notes.h"

#include "model/sync/signature.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr Instant now = 1'767'225'600'000;

struct Notes {
    /// The number of the device in the entry that is due; -1 for none.
    std::int64_t due(const char* code, int device, const std::string& from, Instant at = now)
    {
        HttpRequest request{.path = "/v1/hello", .client = from};
        request.headers[header::device] = std::to_string(device);
        const HttpResponse refused{403, {}, std::string(R"({"code":")") + code + "\"}"};
        last = notes.due(at, request, refused);
        return last ? std::int64_t{last->device.value()} : -1;
    }

    /// How many of so many made-up devices are noted.
    int flood(const char* code, int devices, const std::string& from)
    {
        int noted = 0;
        for (int device = 1000; device < 1000 + devices; ++device)
            noted += due(code, device, from) >= 0 ? 1 : 0;
        return noted;
    }

    static std::string address(int number) { return "10.0.0." + std::to_string(number); }

    app::RefusalNotes notes;
    std::optional<AuditEvent> last;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(refusal_notes_test, Notes)

BOOST_AUTO_TEST_CASE(the_same_is_noted_once_in_a_quarter_of_an_hour_and_counted)
{
    BOOST_TEST(due("revoked", 3, "10.0.0.3") == 3);
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(due("revoked", 3, "10.0.0.3") == -1);
    BOOST_TEST(due("revoked", 3, "10.0.0.3", now + app::RefusalNotes::window + 1) == 3);
    BOOST_TEST(last->detail.args.at(1) == "5");
    BOOST_TEST(due("malformed", 3, "10.0.0.3") == -1); // is nobody's attack
}

BOOST_AUTO_TEST_CASE(a_flood_of_unsigned_requests_silences_no_device_that_signs)
{
    int noted = 0;
    for (int i = 1; i <= 200; ++i)
        noted += flood("bad_signature", 20, address(i));
    BOOST_TEST(noted == static_cast<int>(app::RefusalNotes::most));

    for (const auto* code : {"revoked", "purge", "replay"})
        BOOST_TEST(due(code, 3, "10.0.0.3") == 3);
}

BOOST_AUTO_TEST_CASE(a_flood_from_one_address_silences_no_other_address)
{
    BOOST_TEST(flood("bad_signature", 5000, "10.0.0.66")
        == static_cast<int>(app::RefusalNotes::most_of_address));
    BOOST_TEST(due("bad_code", 0, "10.0.0.66") == -1);

    BOOST_TEST(due("bad_signature", 3, "10.0.0.3") == 3);
    BOOST_TEST(due("bad_code", 0, "10.0.0.4") == 0);
}

BOOST_AUTO_TEST_CASE(what_signs_fills_no_log_either)
{
    BOOST_TEST(flood("revoked", 500, "10.0.0.3") == static_cast<int>(app::RefusalNotes::most));
    BOOST_TEST(due("revoked", 1, "10.0.0.3", now + 2 * app::RefusalNotes::window + 1) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
