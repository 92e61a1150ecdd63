import { describe, expect, it } from 'vitest';
import { framed } from '../../src/ui/framed';
import { cleanHtml, isBlank, plainText } from '../../src/ui/rich/clean';
import { CLASSES, ELEMENTS, safeLink } from '../../src/ui/rich/contract';

const FILE = '/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c6';

describe('cleaning rich text', () => {
  it('keeps what the contract allows as it is', () => {
    const html =
      `<h2 class="a-center">介绍</h2><p>10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O 一<strong>二</strong><span class="c-red">三</span><br>四</p><hr>` +
      `<ol start="3"><li><p>五</p></li></ol><blockquote><p>六</p></blockquote>` +
      `<p><a href="https://example.com/a?b=1" rel="noopener noreferrer nofollow">七</a></p>` +
      `<img src="${FILE}" alt="板材" width="464" height="290"><video src="${FILE}" controls=""></video>` +
      `<table><tbody><tr><th>八</th><td colspan="2"><p>九</p></td></tr></tbody></table>`;
    expect(cleanHtml(html)).toBe(html);
  });
  it.each([
    ['<script>alert(1)</script>好', '好'],
    ['<img src=x onerror=alert(1)>好', '好'],
    [`<img src="${FILE}" onerror="alert(1)" style="width:9px">`, `<img src="${FILE}" alt="">`],
    ['<a href="javascript:alert(1)">点</a>', '点'],
    ['<a href="http://example.com/">点</a>', '点'],
    ['<a href="https://user:pw@example.com/">点</a>', '点'],
    ['<img src="//evil.example/x.png"><img src="/files/../api">', ''],
    ['<svg><a href="https://x.example"><text>矢量</text></a></svg>', ''],
    ['<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>', ''],
    ['<object>框</object><form><input value="x">表</form>', '表'],
    ['<p style="color:red" class="c-red a-right evil">字</p>', '<p class="a-right">字</p>'],
    ['<span class="c-red a-right" onclick="x()">字</span>', '<span class="c-red">字</span>'],
    ['<td colspan="99999" width="1e9">格</td>', '格'],
    ['<template><img src=x onerror=alert(1)></template>后', '后'],
  ])('takes the harm out of %s', (from, to) => {
    expect(cleanHtml(from)).toBe(to);
  });
  it('understands what word processors write', () => {
    expect(cleanHtml('<div>一</div><div>二</div>')).toBe('<p>一</p><p>二</p>');
    expect(cleanHtml('<div><p>一</p></div>')).toBe('<p>一</p>');
    expect(cleanHtml('<h1><b>标题</b></h1><w-sdt>空</w-sdt>')).toBe('<h2><strong>标题</strong></h2>空');
  });
  it('is done once: what is clean stays as it is', () => {
    const once = cleanHtml('<div><b>甲</b><img src=x><a href="https://example.com">乙</a></div>');
    expect(cleanHtml(once)).toBe(once);
  });
  it('says whether anything would be seen', () => {
    expect(isBlank('<p> </p><p><br></p>')).toBe(true);
    expect(isBlank(undefined)).toBe(true);
    expect(isBlank(`<p><img src="${FILE}"></p>`)).toBe(false);
    expect(plainText('<p>甲</p><script>乙</script>')).toBe('甲');
  });
});

it('links lead to https without user or password', () => {
  expect(safeLink(' HTTPS://Example.com ')).toBe('https://example.com/');
  for (const bad of [
    'http://example.com',
    'example.com',
    'https://a:b@example.com',
    'https://localhost',
    'https://',
    'data:text/html,x',
  ])
    expect(safeLink(bad)).toBeUndefined();
});

it('classes are only promised for elements that may have them', () => {
  for (const name of Object.keys(CLASSES)) expect(ELEMENTS[name]).toContain('class');
});

describe('what costs too much', () => {
  it('keeps its words, as deep and as many as the server takes, without recursion', () => {
    const deep = cleanHtml(`${'<blockquote>'.repeat(2_000)}字${'</blockquote>'.repeat(2_000)}`);
    expect(deep).toContain('字');
    expect(deep.match(/<blockquote>/g)?.length).toBeLessThanOrEqual(32);
    expect(cleanHtml('<p>字</p>'.repeat(6_000)).match(/<p>/g)).toHaveLength(5_000);
    expect(cleanHtml(`${'<x>'.repeat(5_000)}字`).length).toBeLessThan(200);
  });
});

describe('a page in a frame', () => {
  it('leads to places in itself and nowhere else', () => {
    const page = framed(
      '<title>码</title><a href="#m1">一</a><a href="/leave?to=x">二</a><form action="/x"><b>三</b></form>',
    );
    expect(page).toContain('href="about:srcdoc#m1"');
    expect(page).not.toContain('/leave');
    expect(page).not.toContain('<form');
    expect(page).toContain('<b>三</b>');
  });
});
