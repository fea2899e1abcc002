#include "model/base/text.h"
#include "model/rules/item_kinds.h"
#include "model/store/filter.h"
#include "model/store/order.h"
#include "model/store/search.h"
#include "views/form/field_editor.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <ranges>

namespace views {

namespace {

constexpr std::int64_t most_offered = 50;

/// The filter expression that looks for the typed text in title and subtitle; empty for no text.
std::string containing(const model::EntityDef& def, const std::string& typed)
{
    auto words = model::trimmed(typed);
    std::erase_if(words, [](char c) { return c == '"' || c == '\\'; });
    if (words.empty())
        return {};
    std::string expression;
    for (const auto name : {def.title, def.subtitle, std::string_view("short_name")}) {
        const auto* field = def.find(name);
        using enum model::Type;
        if (!field
            || (field->type != text && field->type != choice && field->type != set
                && field->type != reference))
            continue;
        if (!expression.empty())
            expression += " or ";
        expression.append(field->name).append("~\"").append(words).append("\"");
    }
    return expression;
}

bool has_ended(const model::Record& record)
{
    return !record.def->end.empty() && !model::is_empty(record[record.def->end]);
}

/// The title of another record, typed or picked: by words of it, by pinyin or by initials. Words
/// that name no record, or several, are no entry until they do.
class ReferenceEditor : public FieldEditor {
public:
    ReferenceEditor(wxWindow* parent, std::string_view name, const model::EntityDef& def,
        model::RecordStore& store)
        : store_(store)
        , def_(def)
        , control_(new wxPanel(parent))
        , box_(new SuggestBox(control_, [this](const wxString& typed) { return find(typed); }))
        , follow_(new wxButton(
              control_, wxID_ANY, L"→", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(box_, wxSizerFlags(1).Expand());
        row->Add(follow_, wxSizerFlags().Expand());
        control_->SetSizer(row);
        follow_->Hide();
        follow_->DisableFocusFromKeyboard();
        follow_->SetToolTip(tr("Open this record"));
        name_control(follow_, std::string(name) + ".follow", tr("Open this record"));
        follow_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { follow(); });

        box_->text()->SetHint(hint());
        box_->on_type = [this] {
            picked_.reset();
            show_follow();
            changed();
        };
        box_->on_take = [this](const Suggestion& taken) { take(taken); };
        box_->on_enter = [this] { entered(); };
        box_->on_leave = [this] { tidy(); };
    }

    wxWindow* control() const override { return control_; }
    wxWindow* focus() const override { return box_->text(); }
    void allow(bool allowed) override
    {
        box_->allow(allowed);
        box_->text()->SetHint(allowed ? hint() : wxString());
    }

    void set(const model::Value& value) override
    {
        const auto* id = std::get_if<model::Uuid>(&value);
        picked_ = id ? std::optional(*id) : std::nullopt;
        box_->show(id ? title_of(store_, *id) : wxString());
        show_follow();
    }

    /// Words are looked up once, for the form asks several times at every key.
    model::Entry get() const override
    {
        if (picked_)
            return model::Value{*picked_};
        const auto words = typed();
        if (words != read_words_ || read_at_ != store_.state()) {
            read_words_ = words;
            read_at_ = store_.state();
            read_ = model::read_reference(def_, from_wx(words), store_, language());
        }
        return read_;
    }

    wxString typed() const override { return box_->text()->GetValue(); }

    void type(const wxString& words) override
    {
        picked_.reset();
        box_->show(words);
        show_follow();
    }

    bool takes_escape() const override { return box_->is_open(); }

    void offer_new(const Enter& enter) override { enter_ = enter; }

    void offer_only(const Seen& seen) override { seen_ = seen; }

    void offer_to_follow(const Follow& to) override
    {
        to_ = to;
        show_follow();
    }

private:
    static wxString hint() { return tr("Words, pinyin or initials of the name"); }

    std::vector<Suggestion> find(const wxString& typed) const
    {
        const auto words = model::trimmed(from_wx(typed));
        auto records = words.empty() ? by_filter({}) : by_search(words);
        if (records.empty() && !words.empty())
            records = by_filter(containing(def_, words));
        std::erase_if(records, [this](const auto& record) { return record.id == seen_.but_not; });
        std::ranges::stable_sort(
            records, {}, [this](const auto& record) { return !why_not_current(record).empty(); });
        std::vector<wxString> titles;
        for (const auto& record : records)
            titles.push_back(title_of(store_, record.id));
        std::vector<Suggestion> found;
        found.reserve(records.size() + 1);
        for (std::size_t i = 0; i < records.size(); ++i) {
            const bool is_called_alike = std::ranges::count(titles, titles[i]) > 1;
            found.push_back({records[i].id, titles[i], detail(records[i], is_called_alike)});
        }
        if (enter_ && !words.empty())
            found.push_back(
                {.text = tr("New {1} “{2}”…", {from_wx(tr(def_.label)), words}), .acts = true});
        return found;
    }

    std::vector<model::Record> by_search(const std::string& words) const
    {
        std::vector<model::Record> records;
        for (auto& hit :
            model::search_register(store_, def_, words, most_offered, {.sees = seen_.record}))
            records.push_back(std::move(hit.record));
        return records;
    }

    std::vector<model::Record> by_filter(const std::string& where) const
    {
        model::Query query{.def = &def_, .limit = most_offered};
        if (!where.empty())
            model::compile(where, query, store_.catalog(), language());
        if (const auto only = seen_.where ? seen_.where(def_) : std::string(); !only.empty())
            query.where = query.where.empty() ? only : '(' + query.where + ") AND (" + only + ')';
        query.order = model::order_by(*def_.find(def_.title), store_.catalog());
        return store_.select(query);
    }

    /// What tells the record from another, all of it where one is called alike, and that it is
    /// over.
    wxString detail(const model::Record& record, bool is_called_alike) const
    {
        wxString text;
        const auto add = [&](const wxString& part) {
            if (!part.empty())
                text += (text.empty() ? "" : "  ") + part;
        };
        const auto value_of = [&](std::string_view name) {
            const auto* field = def_.find(name);
            return field ? display(*field, record[name],
                       [this](const model::Uuid& id) { return title_of(store_, id); })
                         : wxString();
        };
        if (is_called_alike)
            add(home_of(record));
        add(value_of(def_.subtitle));
        if (is_called_alike)
            for (const auto name : telling_fields())
                add(value_of(name));
        add(why_not_current(record));
        return text;
    }

    /// That it is over, suspended or still to begin; such records stand behind the others.
    wxString why_not_current(const model::Record& record) const
    {
        if (def_.id == model::def_of<model::Item>().id)
            if (const auto why = model::why_not_in_force(
                    model::from_record<model::Item>(record), store_.today()))
                return tr("({1})", {from_wx(tr(*why))});
        return has_ended(record) ? tr("(until {1})", {model::to_text(record[def_.end])})
                                 : wxString();
    }

    /// The unit the record belongs to, such as the one that sent a person.
    wxString home_of(const model::Record& record) const
    {
        const auto found = store_.find_any(record.id);
        return !found || found->first.home.is_nil() || found->first.home == record.id
            ? wxString()
            : title_of(store_, found->first.home);
    }

    /// The fields by which records of the register are told apart, besides what people call them
    /// by: numbers, codes, the day of birth.
    std::vector<std::string_view> telling_fields() const
    {
        std::vector<std::string_view> names;
        const auto add = [&](std::string_view name) {
            if (name != def_.title && name != def_.subtitle
                && std::ranges::find(names, name) == names.end())
                names.push_back(name);
        };
        for (const auto group : def_.match)
            for (const auto part : std::views::split(group, '+'))
                add({part.begin(), part.end()});
        add("birth");
        return names;
    }

    void take(const Suggestion& taken)
    {
        if (!taken.acts) {
            picked_ = taken.id;
        } else {
            const auto words = model::trimmed(from_wx(typed()));
            const auto made = enter_(def_, words);
            box_->text()->SetFocus();
            if (!made)
                return;
            set(model::Value{*made});
        }
        show_follow();
        changed();
    }

    /// Shows the full title of what the typed words mean, once the keyboard has left.
    void tidy()
    {
        const auto entry = get();
        if (const auto* value = std::get_if<model::Value>(&entry))
            set(*value);
        else
            changed();
    }

    void show_follow()
    {
        const bool can = to_ && picked_;
        if (follow_->IsShown() == can)
            return;
        follow_->Show(can);
        control_->Layout();
    }

    void follow()
    {
        if (to_ && picked_)
            to_(def_, *picked_);
    }

    model::RecordStore& store_;
    const model::EntityDef& def_;
    wxPanel* control_;
    SuggestBox* box_;
    wxButton* follow_;
    Enter enter_;
    Seen seen_;
    Follow to_;
    std::optional<model::Uuid> picked_;
    mutable wxString read_words_;
    mutable model::RecordStore::State read_at_{-1, -1};
    mutable model::Entry read_;
};

} // namespace

std::unique_ptr<FieldEditor> make_reference_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
{
    return std::make_unique<ReferenceEditor>(
        parent, field.name, store.catalog().get(field.refers_to), store);
}

std::unique_ptr<FieldEditor> FieldEditor::make_for_record(
    wxWindow* parent, std::string_view name, const model::EntityDef& def, model::RecordStore& store)
{
    return std::make_unique<ReferenceEditor>(parent, name, def, store);
}

} // namespace views
