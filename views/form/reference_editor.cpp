#include "model/base/text.h"
#include "model/store/filter.h"
#include "model/store/order.h"
#include "views/form/field_editor.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"

#include <wx/textctrl.h>

namespace views {

namespace {

constexpr std::int64_t most_offered = 50;

/// The fields in which typed words look for a record: what it is called and what tells it apart.
std::vector<std::size_t> searched(const model::EntityDef& def)
{
    std::vector<std::size_t> fields;
    for (const auto name : {def.title, def.subtitle, std::string_view("short_name")})
        if (const auto i = def.index_of(name); i < def.fields.size())
            fields.push_back(i);
    return fields;
}

bool is_searched(const model::FieldDef& field)
{
    using enum model::Type;
    return field.type == text || field.type == choice || field.type == set
        || field.type == reference;
}

/// The filter expression that looks for the typed text in these fields; empty for no text.
std::string containing(
    const model::EntityDef& def, const std::vector<std::size_t>& fields, const std::string& typed)
{
    auto words = model::trimmed(typed);
    std::erase_if(words, [](char c) { return c == '"' || c == '\\'; });
    if (words.empty())
        return {};
    std::string expression;
    for (const auto i : fields) {
        const auto& field = def.fields[i];
        if (!is_searched(field))
            continue;
        if (!expression.empty())
            expression += " or ";
        expression.append(field.name).append("~\"").append(words).append("\"");
    }
    return expression;
}

/// The title of another record, typed or picked. Words that name no record, or several, are no
/// entry until they do.
class ReferenceEditor : public FieldEditor {
public:
    ReferenceEditor(wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
        : field_(field)
        , store_(store)
        , def_(store.catalog().get(field.refers_to))
        , control_(new SuggestBox(parent, [this](const wxString& typed) { return find(typed); }))
    {
        control_->text()->SetHint(tr("Type words of the name"));
        control_->on_type = [this] {
            picked_.reset();
            changed();
        };
        control_->on_take = [this](const Suggestion& taken) {
            picked_ = taken.id;
            changed();
        };
        control_->on_enter = [this] { entered(); };
        control_->on_leave = [this] { tidy(); };
    }

    wxWindow* control() const override { return control_; }
    wxWindow* focus() const override { return control_->text(); }
    void allow(bool allowed) override { control_->allow(allowed); }

    void set(const model::Value& value) override
    {
        const auto* id = std::get_if<model::Uuid>(&value);
        picked_ = id ? std::optional(*id) : std::nullopt;
        control_->show(id ? title_of(store_, *id) : wxString());
    }

    model::Entry get() const override
    {
        if (picked_)
            return model::Value{*picked_};
        return model::read_entry(field_, from_wx(control_->text()->GetValue()), store_, language());
    }

private:
    std::vector<Suggestion> find(const wxString& typed) const
    {
        model::Query query{.def = &def_, .limit = most_offered};
        if (const auto where = containing(def_, searched(def_), from_wx(typed)); !where.empty())
            model::compile(where, query, store_.catalog(), language());
        query.order = model::order_by(*def_.find(def_.title), store_.catalog());
        std::vector<Suggestion> found;
        for (const auto& record : store_.select(query))
            found.push_back({record.id, to_wx(record.title()), detail(record)});
        return found;
    }

    wxString detail(const model::Record& record) const
    {
        const auto* subtitle = def_.find(def_.subtitle);
        if (!subtitle)
            return {};
        return display(*subtitle, record[subtitle->name],
            [this](const model::Uuid& id) { return title_of(store_, id); });
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

    const model::FieldDef& field_;
    model::RecordStore& store_;
    const model::EntityDef& def_;
    SuggestBox* control_;
    std::optional<model::Uuid> picked_;
};

} // namespace

std::unique_ptr<FieldEditor> make_reference_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
{
    return std::make_unique<ReferenceEditor>(parent, field, store);
}

} // namespace views
