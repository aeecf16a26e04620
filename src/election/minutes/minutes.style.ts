/** How the minutes look: on a phone, on a screen, on paper. One string, because its hash lets it apply. */
export const STYLE = `
:root{color-scheme:light}
body{font:1rem/1.5 system-ui,"Segoe UI",sans-serif;color:#1b1b1b;background:#fff;margin:0 auto;max-width:46rem;padding:1rem;overflow-wrap:anywhere;hyphens:auto}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem;border-top:2px solid #1b1b1b;padding-top:.5rem}
h3{font-size:1.1rem;margin-top:1.75rem}
.mark{border:3px solid #1b1b1b;padding:.5rem .75rem;font-weight:700}
.mark p{margin:.25rem 0}
dl{margin:0}
dl div{padding:.35rem 0;border-bottom:1px solid #d0d0d0}
dt{font-weight:700}
dd{margin:0}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:700;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem .35rem 0;border-bottom:1px solid #d0d0d0}
thead th{border-bottom:2px solid #1b1b1b}
tbody th{font-weight:400}
thead th:first-child{width:54%}
.bars{display:block;width:100%;max-width:26rem;height:auto;margin:1rem 0;font:14px system-ui,"Segoe UI",sans-serif}
code,.values{font-family:ui-monospace,Consolas,monospace;font-size:.9rem;hyphens:none}
.values{padding-left:0;list-style:none}
.values li{padding:.2rem 0}
.outcome{font-size:1.15rem;font-weight:700}
.line{margin-top:2.5rem;border-bottom:1px solid #1b1b1b;padding-bottom:2.25rem}
a{color:#0b4a8f}
a:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
@media (min-width:40rem){dl div{display:grid;grid-template-columns:14rem 1fr;gap:1rem}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
h2,h3,caption{break-after:avoid}
tr,dl div,.line,.bars{break-inside:avoid}
.screen{display:none}
}
`;
