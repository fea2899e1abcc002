#include "model/exchange/xml_scanner.h"

#include "model/base/random.h"
#include "model/exchange/sheet.h"

#include <boost/test/unit_test.hpp>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>

using namespace model;

namespace {

/// A text in memory, given in pieces of a few bytes, so that everything is cut somewhere.
class Pieces : public ByteSource {
public:
    Pieces(std::string_view text, std::size_t piece)
        : ByteSource("a.xlsx", "part.xml")
        , text_(text)
        , piece_(piece)
    {
    }

    std::size_t read(char* to, std::size_t size) override
    {
        const auto count = text_.substr(0, std::min(size, piece_)).copy(to, size);
        text_.remove_prefix(count);
        return count;
    }

private:
    std::string_view text_;
    std::size_t piece_;
};

constexpr std::array names{"c", "row", "is", "x:t"};
constexpr std::array attributes{"r", "s", "t"};

/// Starts, ends and texts as "<c r=1 s= t=|text|>", texts in one piece joined.
std::string trace(std::string_view xml, std::size_t piece)
{
    Pieces source(xml, piece);
    XmlScanner scanner(source);
    std::string text;
    for (auto event = scanner.next(); event != XmlScanner::Event::done; event = scanner.next()) {
        if (event == XmlScanner::Event::text) {
            text += scanner.text();
        } else if (event == XmlScanner::Event::end) {
            text.append("</").append(scanner.name()) += '>';
        } else {
            text.append("<").append(scanner.name());
            for (const auto* name : attributes)
                if (const auto value = scanner.attribute(name))
                    text.append(" ").append(name).append("=").append(*value);
            text += '>';
        }
    }
    return text;
}

/// The same by Poco's parser.
class Tracer : public Poco::XML::DefaultHandler {
public:
    void startElement(const std::string&, const std::string& local, const std::string&,
        const Poco::XML::Attributes& found) override
    {
        text.append("<").append(local);
        for (const auto* name : attributes)
            if (found.getIndex("", name) >= 0)
                text.append(" ").append(name).append("=").append(found.getValue("", name));
        text += '>';
    }
    void endElement(const std::string&, const std::string& local, const std::string&) override
    {
        text.append("</").append(local) += '>';
    }
    void characters(const char* from, int start, int length) override
    {
        text.append(from + start, static_cast<std::size_t>(length));
    }

    std::string text;
};

std::string trace_by_poco(const std::string& xml)
{
    Tracer tracer;
    Poco::XML::SAXParser parser;
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
    parser.setContentHandler(&tracer);
    parser.parseString(xml);
    return tracer.text;
}

class Author {
public:
    explicit Author(std::uint64_t seed) : random_(seed) {}

    std::string document()
    {
        return "<?xml version='1.0'?>\n<!-- > --><x:a xmlns:x=\"urn:x\" xmlns:r='urn:r'>"
            + content(0) + "</x:a>\r\n<?end?>";
    }

private:
    template <class Choices>
    std::string one_of(const Choices& choices)
    {
        return choices[random_.below(static_cast<std::uint32_t>(std::size(choices)))];
    }

    std::string content(int depth)
    {
        constexpr std::array texts{"交通局", "&lt;", "&#x2CB4E;", "&#10;", "a>b", "\r\n", "\r",
            "<![CDATA[<&]]]>", "<!-- <c> -->", "<?p ?>", " "};
        std::string xml;
        for (auto i = random_.below(6); i > 0; --i)
            xml += random_.below(2) == 0 || depth > 5 ? one_of(texts) : element(depth + 1);
        return xml;
    }

    std::string element(int depth)
    {
        constexpr std::array values{"\"A1\"", "'>'", "\"/\"", "\"&amp;'\"", "''", "\"&#20013;\""};
        const auto name = one_of(names);
        auto xml = "<" + name;
        for (const auto* attribute : attributes)
            if (random_.below(3) == 0)
                xml += " " + std::string(attribute) + (random_.below(2) == 0 ? "=" : " = ")
                    + one_of(values);
        if (random_.below(3) == 0)
            return xml + (random_.below(2) == 0 ? "/>" : " />");
        return xml + ">" + content(depth) + "</" + name + (random_.below(2) == 0 ? ">" : "\n>");
    }

    SeededRandom random_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(xml_scanner_test)

BOOST_AUTO_TEST_CASE(it_sees_in_any_document_what_pocos_parser_sees)
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto xml = Author(seed).document();
        const auto expected = trace_by_poco(xml);
        for (const std::size_t piece : {1U, 7U, 100'000U})
            BOOST_REQUIRE_MESSAGE(trace(xml, piece) == expected,
                "seed " << seed << ": " << xml << "\n"
                        << trace(xml, piece) << "\n"
                        << expected);
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_document_is_refused_by_it_where_tags_no_longer_match)
{
    SeededRandom random(7);
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        auto xml = Author(seed).document();
        xml.erase(random.below(static_cast<std::uint32_t>(xml.size())), 1 + random.below(20));
        try {
            trace(xml, 13);
        } catch (const SheetError&) {
            ++refused;
            BOOST_CHECK_THROW(trace_by_poco(xml), Poco::Exception);
        }
    }
    BOOST_TEST(refused > 300);
}

BOOST_AUTO_TEST_CASE(an_element_can_be_passed_over_whole)
{
    Pieces source("<a><b>1<c/><b>2</b></b><d>3<e>4</e>5</d></a>", 3);
    XmlScanner scanner(source);
    scanner.next();
    scanner.next();
    scanner.skip_element();
    BOOST_TEST(scanner.depth() == 1U);

    scanner.next();
    std::string text;
    scanner.append_text(text);
    BOOST_TEST(text == "35");
    BOOST_TEST(scanner.depth() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
