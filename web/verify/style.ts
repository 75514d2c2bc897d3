// The look of the off-line page: one column from 360 px, large type on request of the browser, print without controls.

export const style = `
:root { color-scheme: light; --ink: #1a1a1a; --line: #8a8f98; --good: #0b6b34; --bad: #a61b1b; --unsure: #7a4b00; --link: #0b4f9e; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; line-height: 1.65; }
body { font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
body:lang(zh-Hant) { font-family: system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", sans-serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1rem; border-bottom: 3px solid var(--link); padding-bottom: .75rem; margin-bottom: 1rem; }
#platform { margin: 0; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; line-height: 1.3; }
h2 { font-size: 1.35rem; line-height: 1.4; margin: 0 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 .25rem; }
label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
textarea, input[type=file] { width: 100%; font: inherit; border: 1px solid var(--line); border-radius: 4px; padding: .5rem; }
textarea { font-family: ui-monospace, Consolas, monospace; font-size: .9rem; word-break: break-all; }
button { font: inherit; min-height: 2.75rem; padding: .4rem 1.25rem; border: 1px solid var(--link); border-radius: 4px; cursor: pointer; }
button { background: #fff; color: var(--link); }
button[type=submit] { margin-top: 1rem; background: var(--link); color: #fff; font-weight: 600; }
#languages { display: flex; flex-wrap: wrap; gap: .5rem; }
#languages button { padding: .2rem .8rem; }
#languages button[aria-pressed=true] { background: var(--link); color: #fff; }
:focus-visible { outline: 3px solid #f0a500; outline-offset: 2px; }
#result { margin: 1.5rem 0; padding: 1rem; border: 2px solid; border-left-width: 10px; border-radius: 4px; }
#result.good { border-color: var(--good); }
#result.bad { border-color: var(--bad); }
#result.unsure { border-color: var(--unsure); }
.good h2 { color: var(--good); } .bad h2 { color: var(--bad); } .unsure h2 { color: var(--unsure); }
.status { font-weight: 600; }
ul { padding-left: 1.25rem; margin: .5rem 0; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: 600; font-size: 1.1rem; margin-top: 1rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid #c9ccd1; overflow-wrap: anywhere; }
tbody th { font-weight: 400; width: 34%; color: #454a52; }
.notice { border-left: 4px solid var(--unsure); padding-left: .75rem; }
details { margin: 1.5rem 0; } summary { cursor: pointer; font-weight: 600; }
footer { border-top: 1px solid #c9ccd1; margin-top: 2rem; }
[hidden] { display: none !important; }
@media (max-width: 30rem) { #key-list table { font-size: .85rem; } }
@media print { form, #languages, footer { display: none; } #result { break-inside: avoid; } }
`
