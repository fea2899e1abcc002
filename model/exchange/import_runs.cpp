#include "model/exchange/import_runs.h"

#include "model/base/hash.h"

#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace model {

namespace {

/// SHA-256 of what is fed to it, in hex.
class Sha256 {
public:
    Sha256() : context_(EVP_MD_CTX_new())
    {
        expect(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }

    void feed(std::string_view bytes)
    {
        expect(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
    }

    std::string hex()
    {
        std::string digest(EVP_MAX_MD_SIZE, '\0');
        unsigned length = 0;
        expect(EVP_DigestFinal_ex(
                   context_.get(), reinterpret_cast<unsigned char*>(digest.data()), &length)
            == 1);
        return to_hex(std::string_view(digest).substr(0, length));
    }

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };

    static void expect(bool done)
    {
        if (!done)
            throw std::runtime_error("OpenSSL cannot compute SHA-256");
    }

    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

std::string sha256_of_file(const std::filesystem::path& path)
{
    Sha256 sha;
    std::ifstream file(path, std::ios::binary);
    std::string piece(64U << 10U, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        sha.feed(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
    return sha.hex();
}

} // namespace

std::int64_t record_import(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options, const ImportResult& result)
{
    return guarded(store.db(), [&] {
        auto& put = store.rows().statements().get(
            "INSERT INTO import_run (command, entity, file, sha256, at, account, created, changed, "
            "same, wrong) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        put.bind(1, result.command);
        put.bind(2, std::string(def.name));
        put.bind(3, file_name(path));
        put.bind(4, options.pasted ? sha256_hex(*options.pasted) : sha256_of_file(path));
        put.bind(5, store.clock().now());
        put.bind(6, store.account_number(account));
        put.bind(7, result.new_);
        put.bind(8, result.changed);
        put.bind(9, result.same);
        put.bind(10, result.wrong);
        put.exec();
        return store.db().handle().getLastInsertRowid();
    });
}

std::vector<ImportRun> imports(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& rows = store.rows().statements().get(R"(
            SELECT run, command, entity, file, sha256, import_run.at, account.name, created,
                   changed, same, wrong, ifnull(command.undone, 0)
            FROM import_run
            LEFT JOIN command ON command.id = import_run.command
            LEFT JOIN account ON account.no = import_run.account
            ORDER BY run DESC)");
        std::vector<ImportRun> runs;
        while (rows.executeStep())
            runs.push_back({.run = rows.getColumn(0).getInt64(),
                .command = rows.getColumn(1).getInt64(),
                .entity = rows.getColumn(2).getString(),
                .file = rows.getColumn(3).getString(),
                .sha256 = rows.getColumn(4).getString(),
                .at = rows.getColumn(5).getInt64(),
                .user = rows.getColumn(6).getString(),
                .new_ = rows.getColumn(7).getInt(),
                .changed = rows.getColumn(8).getInt(),
                .same = rows.getColumn(9).getInt(),
                .wrong = rows.getColumn(10).getInt(),
                .undone = rows.getColumn(11).getInt64() != 0});
        rows.reset();
        return runs;
    });
}

Outcome unimport(Editor& editor, std::int64_t run)
{
    for (const auto& known : imports(editor.store()))
        if (known.run == run) {
            if (known.undone)
                throw Error({msgid("Import {1} ({2}) was taken back already"),
                    {std::to_string(run), known.file}});
            return editor.undo_step(known.command);
        }
    throw UsageError({msgid("There is no import with the number {1}"), {std::to_string(run)}});
}

} // namespace model
