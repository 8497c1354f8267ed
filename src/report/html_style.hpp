// SPDX-License-Identifier: Apache-2.0
// The style sheet of the HTML report: dark and light, narrow screens, print.
#pragma once
#include <string_view>

namespace verbatim::report {

inline constexpr std::string_view html_style = R"css(
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1d2329; --soft: #5a646e; --rule: #dcd9d1;
  --link: #1a5588; --verbatim: #2c7a4b; --conventional: #27758a; --altered: #b3541e; --not-found: #a3243b;
  --unchecked: #6d7680; --nested: #8a7f9c; --del: #fbe3dd; --del-ink: #8c2410; --ins: #dcefe0; --ins-ink: #14532d;
  --error: #a3243b; --warning: #8f5500; --info: #27617f; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --card: #1b2026; --ink: #e4e6e8; --soft: #9ba5ae;
  --rule: #333b43; --link: #8fc1ee; --verbatim: #63c08a; --conventional: #5db7cd; --altered: #eb9a5f;
  --not-found: #f08a9b; --unchecked: #98a2ac; --nested: #b3a6c9; --del: #4a231b; --del-ink: #ffc6b5; --ins: #173a24;
  --ins-ink: #b4ecc6; --error: #f08a9b; --warning: #e9b35c; --info: #83c3e2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
.page { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:focus-visible, input:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .35rem; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .9rem; padding-bottom: .35rem; border-bottom: 1px solid var(--rule);
  overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.4rem 0 .5rem; overflow-wrap: anywhere; }
h4 { font-size: .75rem; font-weight: 600; margin: 0 0 .3rem; color: var(--soft); letter-spacing: .03em; }
p { margin: .4rem 0; }
.lede, .muted { color: var(--soft); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav ul { list-style: none; padding: 0; margin: 1.1rem 0 0; display: flex; flex-wrap: wrap; gap: .3rem 1.3rem;
  font-size: .92rem; }
.bar { display: flex; height: .85rem; border-radius: .45rem; overflow: hidden; gap: 2px; margin: 1rem 0 .9rem;
  background: var(--rule); }
.bar span { min-width: 4px; background: var(--c); }
.counts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem 1.2rem; margin: 0;
  padding: 0; list-style: none; }
.counts b { display: block; font-size: 1.3rem; line-height: 1.25; font-weight: 600;
  font-variant-numeric: tabular-nums; }
.counts span { font-size: .85rem; color: var(--soft); }
.dot::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%;
  background: var(--c); margin-right: .4em; }
.verbatim { --c: var(--verbatim); } .conventional { --c: var(--conventional); } .altered { --c: var(--altered); }
.not-found { --c: var(--not-found); } .unchecked { --c: var(--unchecked); } .nested { --c: var(--nested); }
.title, .term { --c: var(--unchecked); }
.filter { border: 0; margin: 1.1rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem;
  font-size: .9rem; }
.filter legend { float: left; margin-right: 1.1rem; padding: 0; color: var(--soft); }
.filter label { cursor: pointer; }
article { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--c, var(--rule));
  border-radius: 6px; padding: .85rem 1.1rem 1rem; margin: 0 0 .9rem; break-inside: avoid; }
article > header { display: flex; flex-wrap: wrap; gap: .15rem 1rem; align-items: baseline; font-size: .88rem;
  margin-bottom: .6rem; }
.state { color: var(--c); font-weight: 650; }
.place { font-variant-numeric: tabular-nums; color: var(--soft); overflow-wrap: anywhere; text-decoration: none; }
.place:hover { text-decoration: underline; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .9rem 1.6rem; }
.sides > :only-child { grid-column: 1 / -1; }
blockquote { margin: 0; font: 1.06rem/1.6 Charter, "Iowan Old Style", Georgia, "Noto Serif", "Noto Serif CJK SC", serif;
  overflow-wrap: anywhere; }
.where { font-size: .85rem; color: var(--soft); margin: .35rem 0 0; overflow-wrap: anywhere; }
del, ins { padding: .05em .18em; border-radius: 3px; }
del { background: var(--del); color: var(--del-ink); text-decoration-thickness: .09em; }
ins { background: var(--ins); color: var(--ins-ink); text-decoration: underline; text-decoration-thickness: .09em;
  text-underline-offset: .18em; }
.facts { margin: .6rem 0 0; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; font-size: .88rem; }
.facts div { display: flex; gap: .45rem; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
.findings { list-style: none; margin: .7rem 0 0; padding: .6rem 0 0; border-top: 1px solid var(--rule);
  font-size: .92rem; }
.findings li { margin: .25rem 0; overflow-wrap: anywhere; }
.rule { font-weight: 600; }
.error .level { color: var(--error); } .warning .level { color: var(--warning); } .info .level { color: var(--info); }
.level { font-weight: 650; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--rule);
  overflow-wrap: anywhere; }
th { font-size: .8rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
td:first-child { white-space: nowrap; }
caption { text-align: left; font-size: .85rem; color: var(--soft); padding: .3rem 0; }
th[scope=row] { position: sticky; left: 0; background: var(--paper); font-size: .92rem; color: var(--ink);
  white-space: normal; min-width: 7rem; } th .where { margin: 0; font-weight: 400; }
.versions td:last-child, .variants td { min-width: 9rem; white-space: normal; } .scroll { margin: .3rem 0 1.1rem; }
td.same { color: var(--soft); }
.scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul.plain, ol.plain { list-style: none; padding: 0; margin: .4rem 0; } .plain li { margin: .35rem 0; overflow-wrap: anywhere; }
details { margin: .8rem 0; } summary { cursor: pointer; color: var(--soft); font-size: .92rem; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--rule); color: var(--soft);
  font-size: .85rem; }
@media (max-width: 44rem) { .page { padding: 1.2rem .9rem 3rem; } .sides { grid-template-columns: 1fr; }
  td:first-child { white-space: normal; } h1 { font-size: 1.45rem; } }
@media print { :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000; }
  .page { max-width: none; padding: 0; } .filter, nav, .skip { display: none; } a { text-decoration: none; }
  article, .bar span, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)css";

} // namespace verbatim::report
