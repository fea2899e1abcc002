#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace views {

/// What the program remembers for this user on this machine, by names such as "list/person". Left
/// as it is, it remembers until the program ends.
struct Settings {
    Settings()
    {
        auto kept = std::make_shared<std::map<std::string, std::string>>();
        read = [kept](const std::string& name) { return (*kept)[name]; };
        write = [kept](const std::string& name, const std::string& text) { (*kept)[name] = text; };
    }

    std::function<std::string(const std::string& name)> read; ///< empty where there is nothing
    std::function<void(const std::string& name, const std::string& text)> write;
};

} // namespace views
