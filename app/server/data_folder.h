#pragma once

#include "model/base/files.h"
#include "model/base/random.h"
#include "model/store/data_key.h"

#include <string>

namespace app {

/// The folder of a county server: the encrypted data file, the key that opens it, and the server's
/// TLS key and certificate. All of them are there or none is; what is missing among them is never
/// made anew, because that would part the county from its data or from its devices.
class DataFolder {
public:
    enum class Missing { refuse, make };

    /// Opens the folder, or makes it where there is none yet and `missing` says so. Throws Error
    /// naming the file that is missing or damaged.
    DataFolder(model::Files& files, model::Random& random, std::string path, Missing missing);

    std::string file(const std::string& name) const;
    std::string data_file() const { return file("county.hall"); }
    std::string tls_key_file() const { return file("tls.key"); }
    std::string certificate_file() const { return file("tls.crt"); }

    /// Whether it was made just now.
    bool is_new() const { return is_new_; }

    const model::DataKey& key() const { return key_; }

    /// SHA-256 of the server's public key: what devices know it by.
    const std::string& pin() const { return pin_; }

private:
    std::string unfinished() const { return file("first-start"); } ///< there while make() runs
    void make(model::Files& files, model::Random& random);
    void read(model::Files& files);

    std::string path_;
    bool is_new_ = false;
    model::DataKey key_;
    std::string pin_;
};

/// Makes the folder, for its owner alone, unless it is there. Throws Error where it cannot.
void make_private_folder(const std::string& path);

/// The path of a file in a folder; both UTF-8.
std::string path_in(const std::string& folder, const std::string& name);

/// The JSON of county.key.
std::string key_text(const model::DataKey& key);

} // namespace app
