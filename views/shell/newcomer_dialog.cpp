#include "views/shell/newcomer_dialog.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/schema/extra_field.h"
#include "views/form/seen_records.h"
#include "views/help/help_menu.h"
#include "views/shell/questions.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <utility>

namespace views {

namespace {

using Place = std::pair<std::string_view, std::string_view>; // register and field

// In the order of the paper form.
constexpr Place about_person[]{{"person", "name"}, {"person", "id_number"}, {"person", "sex"},
    {"person", "birth"}, {"person", "ethnicity"}, {"person", "political_status"},
    {"person", "education"}, {"person", "major"}, {"person", "working_since"}, {"person", "phone"}};
constexpr Place about_posting[]{{"posting", "unit"}, {"person", "rank"}, {"posting", "identity"},
    {"posting", "source"}, {"window_staff", "window"}, {"window_staff", "slot"},
    {"posting", "post"}, {"posting", "chief"}, {"posting", "from"}, {"posting", "document"}};

constexpr std::string_view document_field = "posting.document";

const model::EntityDef& register_of(std::string_view name)
{
    if (name == "person")
        return model::def_of<model::Person>();
    return name == "posting" ? model::def_of<model::Posting>()
                             : model::def_of<model::WindowStaff>();
}

/// It scrolls where an office asks for many fields of its own.
wxPanel* new_page(wxWindow* parent)
{
    auto* page =
        new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    page->SetScrollRate(0, page->FromDIP(12));
    return page;
}

} // namespace

std::string NewcomerDialog::Line::name() const
{
    return std::string(def->name) + '.' + std::string(field->name);
}

NewcomerDialog::NewcomerDialog(wxWindow* parent, model::Editor& editor)
    : wxDialog(parent, wxID_ANY, tr("Newcomer from the unit's form"), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , page_(new_page(this))
    , doubles_(new WrappedText(this))
    , told_(new WrappedText(this))
    , take_(new wxButton(this, wxID_ANY, tr("It is this &person, who comes back")))
    , save_(new wxButton(this, wxID_OK, tr("&Save")))
    , cancel_(new wxButton(this, wxID_CANCEL, tr("Cancel")))
{
    SetName("newcomer");
    name_control(doubles_, "doubles");
    name_control(told_, "told");
    name_control(take_, "take_namesake");
    name_control(save_, "save_newcomer");
    doubles_->SetForegroundColour(colour_of(model::Level::warn));
    told_->SetForegroundColour(colour_of(model::Level::refuse));
    lay_out();
    wire();
    set_defaults();
    keep_defaults();
    look_for_namesakes();
    offer_help(*this, "newcomer");
    line("person.name").editor->focus()->SetFocus();
}

NewcomerDialog::~NewcomerDialog() = default;

void NewcomerDialog::add(
    wxFlexGridSizer& grid, const model::EntityDef& def, const model::FieldDef& field)
{
    constexpr int width = 220;
    lines_.push_back({&def, &field, nullptr, {}});
    auto& added = lines_.back();
    const bool is_document = added.name() == document_field;
    const auto label = is_document ? tr("Form it is taken from") : tr(added.field->label);
    grid.Add(new wxStaticText(page_, wxID_ANY, label), wxSizerFlags().CenterVertical().Right());
    added.editor = FieldEditor::make(page_, *added.field, editor_.store());
    added.editor->offer_only(seen_records(editor_));
    name_control(added.editor->focus(), added.name(), label);
    added.editor->control()->SetMinSize({word_width(*this, width), -1});
    grid.Add(added.editor->control(), wxSizerFlags().Expand().CenterVertical());
}

void NewcomerDialog::lay_out()
{
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    const auto asked = model::asked_of_newcomer(editor_.store());
    for (const auto& places : {std::span<const Place>(about_person), {about_posting}}) {
        auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 6)));
        grid->AddGrowableCol(1);
        for (const auto& [entity, field] : places)
            add(*grid, register_of(entity), *register_of(entity).find(field));
        const bool is_first = columns->IsEmpty(); // that of the person
        for (const auto& [def, field] : asked)
            if (is_first == (def->id == model::def_of<model::Person>().id))
                add(*grid, *def, *field);
        columns->Add(grid, wxSizerFlags(1).Border(wxALL, FromDIP(10)));
    }
    page_->SetSizer(columns);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(doubles_, wxSizerFlags(1).CenterVertical());
    row->Add(take_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    all->Add(page_, wxSizerFlags(1).Expand());
    all->Add(row, flags);
    all->Add(told_, flags);
    all->Add(dialog_buttons(*this, save_, cancel_), flags);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(820, 560)));
    CentreOnParent();
}

void NewcomerDialog::wire()
{
    for (auto& each : lines_) {
        each.editor->on_enter = [this, &each] { go_on_from(each); };
        each.editor->on_change = [this, &each] { guarded(this, [&] { on_typed(each); }); };
    }
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
    take_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_namesake(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto key = event.GetKeyCode();
        const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
        const auto* at = focused();
        const bool in_text = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
        if (event.GetModifiers() == wxMOD_CONTROL && key == 'S')
            return guarded(this, [this] { save(); });
        if (key == WXK_ESCAPE)
            return at && at->editor->takes_escape() ? event.DoAllowNextEvent() : leave();
        if (at && enter && !in_text && !event.HasAnyModifiers())
            return go_on_from(*at);
        event.Skip(); // Enter in a text is the field's
    });
}

void NewcomerDialog::set_defaults()
{
    line("posting.source").editor->set(model::Value{std::string("sent")});
    line("window_staff.slot").editor->set(model::Value{std::string("A")});
    line("posting.from").editor->set(model::Value{editor_.store().today()});
    line(document_field).editor->set(model::Value{from_wx(tr("Stamped form of window staff"))});
}

/// What an untouched form holds.
void NewcomerDialog::keep_defaults()
{
    for (auto& each : lines_)
        if (const auto entry = each.editor->get();
            const auto* value = std::get_if<model::Value>(&entry))
            each.first = *value;
}

NewcomerDialog::Line& NewcomerDialog::line(std::string_view name)
{
    return *std::ranges::find_if(lines_, [&](const Line& each) { return each.name() == name; });
}

const NewcomerDialog::Line* NewcomerDialog::focused() const
{
    const auto* focus = wxWindow::FindFocus();
    for (; focus; focus = focus->GetParent())
        for (const auto& each : lines_)
            if (focus == each.editor->focus() || focus == each.editor->control())
                return &each;
    return nullptr;
}

void NewcomerDialog::go_on_from(const Line& from)
{
    const auto at = static_cast<std::size_t>(&from - lines_.data());
    if (at + 1 < lines_.size())
        return lines_[at + 1].editor->focus()->SetFocus();
    save_->SetFocus();
}

void NewcomerDialog::on_typed(const Line& typed)
{
    const auto name = typed.name();
    if (name == "person.id_number")
        fill_from_number();
    if (name == "person.name")
        taken_ = {}; // another person; the number only says more of the same
    if (name == "person.id_number" || name == "person.name")
        look_for_namesakes();
}

/// Once the number is whole; it says more than what stood there.
void NewcomerDialog::fill_from_number()
{
    const auto entry = line("person.id_number").editor->get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto number = value ? model::normal_id_number(model::to_text(*value)) : std::string();
    const auto birth = model::id_birth(number);
    const auto is_male = model::id_is_male(number);
    if (!birth || !is_male)
        return;
    line("person.birth").editor->set(model::Value{*birth});
    line("person.sex").editor->set(model::Value{std::string(*is_male ? "male" : "female")});
}

void NewcomerDialog::look_for_namesakes()
{
    const auto text = [this](std::string_view name) {
        const auto entry = line(name).editor->get();
        const auto* value = std::get_if<model::Value>(&entry);
        return value ? model::to_text(*value) : std::string();
    };
    namesakes_ = model::namesakes(
        editor_.store(), editor_.permission(), text("person.name"), text("person.id_number"));
    wxString told;
    for (const auto& each : namesakes_) {
        const auto who = each.unit.empty() ? each.name : each.name + "（" + each.unit + "）";
        told += (told.empty() ? "" : "\n")
            + (!each.has_same_number ? tr("{1} is in the register already", {who})
                    : each.is_posted ? tr("{1} has this ID number and serves here already", {who})
                                     : tr("{1} has this ID number and has served here", {who}));
    }
    if (!taken_.is_nil())
        told =
            tr("The form is entered for {1} of the register", {editor_.store().title_of(taken_)});
    doubles_->show(told);
    take_->Show(taken_.is_nil() && namesakes_.size() == 1);
    doubles_->wrap(GetClientSize().x - FromDIP(40) - take_->GetBestSize().x);
    Layout();
}

void NewcomerDialog::take_namesake()
{
    if (namesakes_.size() != 1)
        return;
    taken_ = namesakes_.front().person;
    look_for_namesakes();
    line("person.id_number").editor->focus()->SetFocus();
}

void NewcomerDialog::type(std::string_view field, const wxString& text)
{
    auto& typed = line(field);
    if (auto* control = dynamic_cast<wxTextCtrl*>(typed.editor->focus()))
        control->ChangeValue(text);
    typed.editor->type(text);
    on_typed(typed);
}

/// What was typed; nothing where some of it cannot be read, which is told.
std::optional<model::Newcomer> NewcomerDialog::newcomer()
{
    auto person = model::Record::empty(model::def_of<model::Person>(), taken_);
    auto posting = model::Record::empty(model::def_of<model::Posting>(), {});
    auto post = model::Record::empty(model::def_of<model::WindowStaff>(), {});
    std::vector<model::FieldEdit> extras;
    for (auto& each : lines_) {
        const auto entry = each.editor->get();
        const auto* value = std::get_if<model::Value>(&entry);
        if (!value) {
            told_->show(tr(each.field->label) + ": " + tr(std::get<model::Message>(entry)));
            told_->wrap(GetClientSize().x - FromDIP(20));
            Layout();
            each.editor->focus()->SetFocus();
            return std::nullopt;
        }
        if (model::extra_of(*each.field)) {
            extras.push_back({each.field, *value});
            continue;
        }
        auto& record = each.def->id == person.def->id ? person
            : each.def->id == posting.def->id         ? posting
                                                      : post;
        record[each.field->name] = *value;
    }
    const auto window = model::from_record<model::WindowStaff>(post);
    model::Newcomer all{.person = model::from_record<model::Person>(person),
        .posting = model::from_record<model::Posting>(posting),
        .window = window.window,
        .slot = window.slot.value_or(model::Slot::a)};
    all.document = all.posting.document;
    all.extras = std::move(extras);
    return all;
}

void NewcomerDialog::save()
{
    const auto typed = newcomer();
    if (!typed)
        return;
    const auto outcome = model::enter_newcomer(editor_, *typed);
    if (!outcome.done)
        return tell(outcome.findings);
    made_ = outcome.id;
    end_dialog(*this, wxID_OK);
}

void NewcomerDialog::tell(const model::Findings& findings)
{
    constexpr std::size_t most_told = 3;
    std::vector<std::string> sentences;
    const Line* first = nullptr;
    for (const auto& finding : findings) {
        if (finding.level != model::Level::refuse)
            continue;
        const auto at = std::ranges::find_if(
            lines_, [&](const Line& each) { return each.field->name == finding.field; });
        if (at != lines_.end() && !first)
            first = &*at;
        if (sentences.size() < most_told)
            sentences.push_back(from_wx(tr(finding.message)));
    }
    told_->show(to_wx(model::join(sentences, "\n")));
    told_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
    if (first)
        first->editor->focus()->SetFocus();
}

/// Something stands in a field that does not stand there by itself.
bool NewcomerDialog::is_begun() const
{
    return std::ranges::any_of(lines_, [](const Line& each) {
        const auto entry = each.editor->get();
        const auto* value = std::get_if<model::Value>(&entry);
        return !value || *value != each.first;
    });
}

void NewcomerDialog::leave()
{
    if (!is_begun() || ask_give_up(this))
        end_dialog(*this, wxID_CANCEL);
}

} // namespace views
