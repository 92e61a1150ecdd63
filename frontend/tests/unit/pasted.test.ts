import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/ui/rich/clean';
import { readPasted } from '../../src/ui/rich/pasted';

const FILE = '/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c6';
const kept = (html: string): string => cleanHtml(readPasted(html).html);

describe('what is pasted', () => {
  it.each([
    ['<p>10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O</p>', '<p>10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O</p>'],
    [
      '<p class=MsoNormal align=center style="text-align:center"><span style="color:red">红</span></p>',
      '<p class="a-center"><span class="c-red">红</span></p>',
    ],
    ['<p><span style="color:#C00000">深红</span></p>', '<p><span class="c-red">深红</span></p>'],
    [
      '<p><span style="color:rgb(0, 112, 192);mso-themecolor:accent1">蓝</span></p>',
      '<p><span class="c-blue">蓝</span></p>',
    ],
    ['<p><span style="color:#7F7F7F">灰</span></p>', '<p><span class="c-grey">灰</span></p>'],
    [
      '<p><span style="color:windowtext">黑</span><span style="color:#333">黑</span></p>',
      '<p><span>黑</span><span>黑</span></p>',
    ],
    [
      '<p><span style="background:yellow;mso-highlight:yellow">标</span></p>',
      '<p><span class="m-yellow">标</span></p>',
    ],
    ['<p><font color="#00B050">绿</font></p>', '<p><span class="c-green">绿</span></p>'],
    ['<div style="text-align: right">右</div>', '<p class="a-right">右</p>'],
    ['<p>x<span style="vertical-align:super">2</span></p>', '<p>x<sup>2</sup></p>'],
    ['<p><span style="font-weight:700">粗</span></p>', '<p><strong>粗</strong></p>'],
    ['<p><b style="font-weight:normal">细</b></p>', '<p><strong>细</strong></p>'],
  ])('keeps the looks of %s', (from, to) => {
    expect(kept(from).replace(/<span>(.*?)<\/span>/g, '$1')).toBe(to.replace(/<span>(.*?)<\/span>/g, '$1'));
  });
  it('takes pictures that came along, in their places', () => {
    const png = `data:image/png;base64,${btoa('picture')}`;
    const read = readPasted(`<p>前<img src="${png}">后</p><img src="${FILE}"><img src="${png}">`);
    expect(read.pictures.map((p) => [p.file.type, p.file.size])).toEqual([
      ['image/png', 7],
      ['image/png', 7],
    ]);
    expect(read.lost).toEqual({ media: 0, links: 0 });
    const [first, second] = read.pictures.map((p) => p.token);
    expect(cleanHtml(read.html)).toBe(`<p>前${first}后</p><img src="${FILE}" alt="">${second}`);
  });
  it('says what cannot stay', () => {
    const read = readPasted(
      '<img src="https://x.example/1.png"><img src="file:///C:/1.png"><img src="data:image/webp;base64,AA"><object data="https://v.example"></object>' +
        '<a href="http://x.example">旧</a><a href="https://x.example">新</a><a href="#_Toc1">目录</a><a href="mailto:a@x.example">邮件</a>',
    );
    expect(read.lost).toEqual({ media: 4, links: 2 });
  });
});
