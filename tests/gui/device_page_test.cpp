#include "views/shell/device_page.h"

#include "model/base/error.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/device_reason.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

/// Types a reason into the dialog and ends it.
class Reasoning : public wxModalDialogHook {
public:
    Reasoning(wxString reason, int button) : reason_(std::move(reason)), button_(button)
    {
        Register();
    }
    ~Reasoning() override { Unregister(); }

    wxString title;
    wxString said;

private:
    int Enter(wxDialog* dialog) override
    {
        title = dialog->GetTitle();
        for (auto* each : dialog->GetChildren())
            if (auto* text = dynamic_cast<views::WrappedText*>(each))
                said += text->text();
        BOOST_TEST(!tests::control<wxButton>(dialog, "do").IsEnabled()); // a reason is needed
        tests::control<wxTextCtrl>(dialog, "reason").SetValue(reason_);
        BOOST_TEST(tests::control<wxButton>(dialog, "do").IsEnabled());
        return button_;
    }

    wxString reason_;
    int button_;
};

struct WithDevices : tests::WithOffice {
    WithDevices()
    {
        link.list = [this] {
            if (is_away)
                throw SyncError({msgid("x"), {}});
            return devices;
        };
        link.change = [this](std::uint32_t number, DeviceChange change, const std::string& why) {
            for (auto& device : devices)
                if (device.number == number) {
                    device.state = change == DeviceChange::report_lost ? DeviceState::lost
                        : change == DeviceChange::revoke               ? DeviceState::revoked
                                                                       : DeviceState::in_use;
                    device.reason = why;
                    return device;
                }
            throw Error({msgid("x")});
        };
    }

    views::DevicePage* open()
    {
        auto* page = new views::DevicePage(frame, office.store, link, background);
        page->refresh();
        BOOST_TEST(tests::wait_until([&] { return page->count() == devices.size(); }));
        return page;
    }

    bool is_enabled(views::DevicePage* page, const char* name)
    {
        return tests::control<wxButton>(page, name).IsEnabled();
    }

    std::string cell(views::DevicePage* page, std::size_t row, std::size_t column)
    {
        return tests::control<views::CellTable>(page, "devices")
            .cell(row, column)
            .text.utf8_string();
    }

    std::vector<CountyDevice> devices{
        {.number = 1, .name = "大厅电脑", .role = Role::agency, .region = "430922"},
        {.number = 7,
            .name = "修山镇笔记本",
            .role = Role::outlet,
            .region = "430922101",
            .joined_by = "李文员",
            .enrolled_at = tests::new_year_2026,
            .last_contact = tests::new_year_2026}};
    bool is_away = false;
    views::DeviceLink link;
    views::Background background;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(device_page_test, WithDevices)

BOOST_AUTO_TEST_CASE(a_lost_laptop_is_reported_with_a_reason_and_taken_back)
{
    auto* page = open();
    auto& table = tests::control<views::CellTable>(page, "devices");
    BOOST_TEST(cell(page, 1, 0) == "修山镇笔记本 (7)");
    BOOST_TEST(cell(page, 1, 3) == "李文员");
    BOOST_TEST(cell(page, 1, 5) == "使用中");
    table.choose({1});
    wxTheApp->Yield();
    page->focus();
    BOOST_TEST(is_enabled(page, "lost"));
    BOOST_TEST(is_enabled(page, "revoke"));
    BOOST_TEST(!is_enabled(page, "found"));
    {
        const Reasoning reasoning(L"落在班车上", wxID_OK);
        page->change(DeviceChange::report_lost);
        BOOST_TEST(reasoning.title.utf8_string() == "报失并清除");
        BOOST_TEST(reasoning.said.utf8_string().find("修山镇笔记本 (7)") != std::string::npos);
        BOOST_TEST(reasoning.said.utf8_string().find("备份") != std::string::npos);
    }
    BOOST_TEST(tests::wait_until([&] { return devices[1].state == DeviceState::lost; }));
    BOOST_TEST(tests::wait_until([&] { return is_enabled(page, "found"); }));
    BOOST_TEST(cell(page, 1, 5) == "已报失，待清除");
    BOOST_TEST(cell(page, 1, 6) == "落在班车上");
    BOOST_TEST(!is_enabled(page, "lost"));
    {
        const Reasoning reasoning(L"找到了", wxID_CANCEL);
        page->change(DeviceChange::withdraw_loss);
    }
    BOOST_TEST((devices[1].state == DeviceState::lost));
}

BOOST_AUTO_TEST_CASE(nothing_can_be_done_to_one_that_is_purged)
{
    devices[0].state = DeviceState::purged;
    auto* page = open();
    page->focus();
    for (const auto* name : {"lost", "revoke", "found"})
        BOOST_TEST(!is_enabled(page, name));
}

BOOST_AUTO_TEST_CASE(without_the_county_the_page_says_what_can_be_done)
{
    auto* page = open();
    is_away = true;
    page->refresh();
    const auto told = [&] {
        return tests::control<views::WrappedText>(page, "told").text().utf8_string();
    };
    BOOST_TEST(tests::wait_until([&] { return !told().empty(); }));
    BOOST_TEST(told().find("revoke 编号 --lost") != std::string::npos, told());
    BOOST_TEST(tests::control<views::WrappedText>(page, "steps").text().utf8_string().find("③")
        != std::string::npos);
    BOOST_TEST(is_enabled(page, "refresh"));
}

BOOST_AUTO_TEST_SUITE_END()
