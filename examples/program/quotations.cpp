// SPDX-License-Identifier: Apache-2.0
// Prints the state and the words of every quotation of a text: quotations DOCUMENT LIBRARY
#include <verbatim/verbatim.hpp>

#include <iostream>

int main(int count, char** values)
{
    if (count != 3) {
        std::cerr << "usage: quotations DOCUMENT LIBRARY\n";
        return 2;
    }
    verbatim::Request request;
    request.command = "check";
    request.inputs.push_back({values[1], std::nullopt});
    request.library_paths.emplace_back(values[2]);
    const verbatim::Report report = verbatim::check(request);
    for (const verbatim::Problem& problem : report.problems)
        std::cerr << problem.path << ": " << problem.message << "\n";
    for (const verbatim::DocumentResult& result : report.documents)
        for (std::size_t i = 0; i < result.reading.quotations.size(); ++i)
            if (result.reading.quotations[i].kind == verbatim::QuotationKind::quotation)
                std::cout << to_string(result.evidence[i].verdict) << "  " << result.reading.quotations[i].text << "\n";
    return 0;
}
