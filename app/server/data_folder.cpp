#include "app/server/data_folder.h"

#include "app/server/tls_identity.h"
#include "model/base/error.h"
#include "model/base/hash.h"
#include "model/store/database.h"
#include "model/sync/messages.h"

#include <filesystem>
#include <sodium.h>

namespace app {

namespace {

using model::Error;
using model::msgid;

constexpr std::int64_t key_format = 1;

std::filesystem::path to_path(const std::string& utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

std::string needed(model::Files& files, const std::string& path)
{
    auto bytes = files.read(path);
    if (!bytes)
        throw Error({msgid("{1} is missing: bring it back from the last backup of the county "
                           "server's folder"),
            {path}});
    return std::move(*bytes);
}

model::DataKey parse_key(const std::string& text, const std::string& path)
{
    const Error damaged({msgid("{1} is damaged: bring it back from the last backup of the county "
                               "server's folder"),
        {path}});
    model::DataKey key;
    std::string hex;
    try {
        const auto object = model::parse_object(text);
        if (model::number_at(object, "format") != key_format)
            throw damaged;
        hex = model::text_at(object, "key");
    } catch (const model::Problem&) {
        throw damaged;
    }
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(
            key.bytes.data(), key.bytes.size(), hex.data(), hex.size(), nullptr, &size, &end)
            != 0
        || size != key.bytes.size() || end != hex.data() + hex.size())
        throw damaged;
    return key;
}

} // namespace

void make_private_folder(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::create_directories(to_path(path), error))
        fs::permissions(to_path(path), fs::perms::owner_all, error);
    if (error)
        throw Error(
            {msgid("The folder {1} cannot be made: look whether the folder it is to lie in is "
                   "there and can be written to"),
                {path}});
}

std::string path_in(const std::string& folder, const std::string& name)
{
    const auto path = (to_path(folder) / name).u8string();
    return {path.begin(), path.end()};
}

std::string key_text(const model::DataKey& key)
{
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    std::string text;
    model::JsonText out(text);
    out.open('{').key("format").number(key_format).key("key").text(model::to_hex(bytes)).close('}');
    return text + '\n';
}

DataFolder::DataFolder(
    model::Files& files, model::Random& random, std::string path, Missing missing)
    : path_(std::move(path))
{
    // A first start that was cut off left no data, so it is done again.
    const bool was_cut = files.exists(unfinished());
    is_new_ = was_cut || (!files.exists(data_file()) && !files.exists(file("county.key")));
    if (is_new_ && missing == Missing::refuse)
        throw Error({msgid("There is no county server's data in the folder {1}: check --data, or "
                           "start the server on it once (hallkeeper-server --data {1})"),
            {path_}});
    if (is_new_)
        make(files, random);
    read(files);
}

std::string DataFolder::file(const std::string& name) const
{
    return path_in(path_, name);
}

void DataFolder::make(model::Files& files, model::Random& random)
{
    make_private_folder(path_);
    files.write(unfinished(), {});
    for (const auto* leftover : {"county.hall", "county.hall-wal", "county.hall-shm"})
        files.remove(file(leftover));
    // The data file comes last: what stops in between leaves no data without its key.
    const auto identity = TlsIdentity::make();
    files.write(tls_key_file(), identity.key, model::Readers::owner);
    files.write(certificate_file(), identity.certificate);
    const auto key = model::DataKey::make(random);
    files.write(file("county.key"), key_text(key), model::Readers::owner);
    {
        const model::Database fresh(data_file(), key, {.opening = model::Opening::fresh});
    }
    files.remove(unfinished());
}

void DataFolder::read(model::Files& files)
{
    key_ = parse_key(needed(files, file("county.key")), file("county.key"));
    for (const auto& path : {data_file(), tls_key_file()})
        if (!files.exists(path))
            needed(files, path);
    pin_ = pin_of_certificate(needed(files, certificate_file()));
    if (pin_.empty())
        throw Error({msgid("{1} is damaged: bring it back from the last backup of the county "
                           "server's folder"),
            {certificate_file()}});
}

} // namespace app
