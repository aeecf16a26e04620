/** How the page looks, light and dark, from 360 px. One string, because its hash lets it apply. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#767676;--soft:#f0f2f5;--link:#0b4a8f}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#16181c;--line:#9a9a9a;--soft:#23262c;--link:#9cc4ff}}
body{font:1rem/1.5 system-ui,"Segoe UI",sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:72rem;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem}
a{color:var(--link)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:separate;border-spacing:0}
caption{text-align:left;font-weight:700;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);min-width:6.5rem;overflow-wrap:break-word;hyphens:auto}
thead th{border-bottom-width:2px}
tbody th,thead th:first-child{position:sticky;left:0;background:var(--paper);min-width:7rem;max-width:9rem;border-right:1px solid var(--line)}
tbody tr:nth-child(even) th,tbody tr:nth-child(even) td{background:var(--soft)}
.bars{display:block;width:100%;max-width:26rem;height:auto;margin:1rem 0;font:14px system-ui,"Segoe UI",sans-serif;fill:var(--ink)}
.frame{fill:none;stroke:var(--line)}
.bar{fill:var(--link)}
@media print{.scroll{overflow:visible}tbody th{position:static}}
`;
