#include "model/store/drafts.h"

#include "model/schema/extra_field.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace model {

namespace {

/// Milliseconds a draft waits for another writer: whoever types must not feel it.
constexpr int short_wait = 50;
constexpr int usual_wait = 5000;

/// For as long as it lives, writing waits for other programs only so long.
class Impatience {
public:
    explicit Impatience(Database& db) : db_(db) { db_.handle().setBusyTimeout(short_wait); }
    ~Impatience() { db_.handle().setBusyTimeout(usual_wait); }

    Impatience(const Impatience&) = delete;
    Impatience& operator=(const Impatience&) = delete;

private:
    Database& db_;
};

std::string to_json(const Draft& draft)
{
    boost::json::array list;
    for (const auto& entry : draft.entries) {
        boost::json::object object{{"field", std::string(entry.field->name)}, {"text", entry.text},
            {"read", entry.is_read}, {"base", entry.base}};
        if (extra_of(*entry.field)) // which may be ended before somebody reads it
            object["label"] = entry.field->label;
        list.push_back(std::move(object));
    }
    for (const auto& entry : draft.ended)
        list.push_back(boost::json::object{{"field", entry.field}, {"label", entry.label},
            {"text", entry.text}, {"read", true}, {"base", ""}});
    return boost::json::serialize(list);
}

void read_entries(const std::string& json, Draft& draft)
{
    boost::system::error_code error;
    const auto list = boost::json::parse(json, error);
    if (error || !list.is_array())
        return;
    const auto text = [](const boost::json::object& entry, const char* key) {
        const auto* held = entry.if_contains(key);
        return held && held->is_string() ? std::string(held->get_string()) : std::string();
    };
    for (const auto& item : list.get_array()) {
        const auto* entry = item.if_object();
        if (!entry)
            continue;
        const auto name = text(*entry, "field");
        if (const auto* field = draft.def->find(name)) {
            const auto* read = entry->if_contains("read");
            draft.entries.push_back({field, text(*entry, "text"),
                read && read->is_bool() && read->get_bool(), text(*entry, "base")});
            continue;
        }
        const auto label = text(*entry, "label");
        draft.ended.push_back({name, label.empty() ? name : label, text(*entry, "text")});
    }
}

} // namespace

bool Drafts::keep(const Draft& draft)
{
    const Impatience impatience(store_.db());
    try {
        Transaction transaction(store_.db());
        if (draft.entries.empty() && draft.document.empty() && draft.ended.empty()) {
            remove(*draft.def, draft.record);
        } else {
            const auto entries = to_json(draft);
            auto& put = store_.rows().statements().get(
                "INSERT OR REPLACE INTO draft (account, entity, record, at, document, entries) "
                "VALUES (?, ?, ?, ?, ?, ?)");
            bind(put, 1, account_);
            put.bind(2, draft.def->id);
            bind(put, 3, draft.record);
            put.bind(4, store_.clock().now());
            put.bindNoCopy(5, draft.document);
            put.bindNoCopy(6, entries);
            put.exec();
        }
        transaction.commit();
        return true;
    } catch (const StoreError&) {
        return false;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

void Drafts::drop(const EntityDef& def, const Uuid& record)
{
    if (!find(def, record))
        return;
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        remove(def, record);
        transaction.commit();
    });
}

void Drafts::remove(const EntityDef& def, const Uuid& record)
{
    auto& row = store_.rows().statements().get(
        "DELETE FROM draft WHERE account = ? AND entity = ? AND record = ?");
    bind(row, 1, account_);
    row.bind(2, def.id);
    bind(row, 3, record);
    row.exec();
}

std::optional<Draft> Drafts::read(SQLite::Statement& row)
{
    const auto* def = store_.catalog().find(row.getColumn(0).getInt());
    if (!def)
        return std::nullopt;
    Draft draft{.def = def,
        .record = column_id(row.getColumn(1)),
        .at = row.getColumn(2).getInt64(),
        .document = row.getColumn(3).getString(),
        .entries = {}};
    read_entries(row.getColumn(4).getString(), draft);
    return draft;
}

std::optional<Draft> Drafts::find(const EntityDef& def, const Uuid& record)
{
    return guarded(store_.db(), [&] {
        auto& row = store_.rows().statements().get(
            "SELECT entity, record, at, document, entries FROM draft "
            "WHERE account = ? AND entity = ? AND record = ?");
        bind(row, 1, account_);
        row.bind(2, def.id);
        bind(row, 3, record);
        auto draft = row.executeStep() ? read(row) : std::nullopt;
        row.reset();
        return draft;
    });
}

std::optional<Draft> Drafts::newest(const EntityDef* def)
{
    return guarded(store_.db(), [&] {
        auto& rows = store_.rows().statements().get(
            "SELECT entity, record, at, document, entries FROM draft "
            "WHERE account = ?1 AND (?2 = 0 OR entity = ?2) ORDER BY at DESC");
        bind(rows, 1, account_);
        rows.bind(2, def ? def->id : 0);
        std::optional<Draft> draft;
        while (!draft && rows.executeStep())
            draft = read(rows);
        rows.reset();
        return draft;
    });
}

} // namespace model
