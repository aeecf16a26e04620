/** How the minutes look: on a phone, on a screen light and dark, on paper. One string, because its hash lets it apply. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#767676;--soft:#d0d0d0;--link:#0b4a8f;--bar:#1f4e79}
@media screen and (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#16181c;--line:#9a9a9a;--soft:#4a4e55;--link:#9cc4ff;--bar:#9cc4ff}}
@media print{:root{color-scheme:light}}
body{font:1rem/1.5 system-ui,"Segoe UI",sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:46rem;padding:1rem;overflow-wrap:anywhere;hyphens:auto}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem;border-top:2px solid var(--ink);padding-top:.5rem}
h3{font-size:1.1rem;margin-top:1.75rem}
.mark{border:3px solid var(--ink);padding:.5rem .75rem;font-weight:700}
.mark p{margin:.25rem 0}
dl{margin:0}
dl div{padding:.35rem 0;border-bottom:1px solid var(--soft)}
dt{font-weight:700}
dd{margin:0}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:700;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem .35rem 0;border-bottom:1px solid var(--soft)}
thead th{border-bottom:2px solid var(--ink)}
tbody th{font-weight:400}
thead th:first-child{width:54%}
.bars{display:block;width:100%;max-width:26rem;height:auto;margin:1rem 0;font:14px system-ui,"Segoe UI",sans-serif;fill:var(--ink)}
.frame{fill:none;stroke:var(--line)}
.bar{fill:var(--bar)}
.needed{stroke:var(--ink);stroke-width:2;stroke-dasharray:5 4}
code,.values{font-family:ui-monospace,Consolas,monospace;font-size:.9rem;hyphens:none}
.values{padding-left:0;list-style:none}
.values li{padding:.2rem 0}
.outcome{font-size:1.15rem;font-weight:700}
.line{margin-top:2.5rem;border-bottom:1px solid var(--ink);padding-bottom:2.25rem}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media (min-width:40rem){dl div{display:grid;grid-template-columns:14rem 1fr;gap:1rem}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
h2,h3,caption{break-after:avoid}
tr,dl div,.line,.bars{break-inside:avoid}
.screen{display:none}
}
`;
