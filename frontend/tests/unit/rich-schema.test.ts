import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/ui/rich/clean';
import { extensions } from '../../src/ui/rich/schema';

const FILE = '/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c6';
let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** What the editor makes of some HTML. */
function through(content: string): string {
  editor = new Editor({
    element: document.createElement('div'),
    extensions: extensions(''),
    content,
    injectCSS: false,
  });
  return editor.getHTML().replace(/(<p><\/p>)+$/, '');
}

describe('the editor', () => {
  it('writes only what the contract allows, and loses nothing of it', () => {
    const html =
      `<h2 class="a-center">介绍</h2><p class="a-right">一<strong>二</strong><em>三</em><u>四</u><s>五</s><br>六</p><hr>` +
      `<p><span class="c-red">红</span><span class="m-yellow">黄</span></p>` +
      `<ol start="3"><li><p>甲</p></li></ol><ul><li><p>乙</p></li></ul><blockquote><p>丙</p></blockquote>` +
      `<p><a href="https://example.com/a" rel="noopener noreferrer nofollow">丁</a></p>` +
      `<img src="${FILE}" alt="板材" width="464" height="290"><video src="${FILE}" controls=""></video>` +
      `<table><tbody><tr><th><p>戊</p></th><td colspan="2"><p>己</p></td></tr></tbody></table>`;
    expect(through(html)).toBe(html);
    expect(cleanHtml(through(html))).toBe(html);
  });
  it('has no way to hold anything else', () => {
    const bad =
      '<p style="color:red" onclick="x()">甲</p><img src="https://x.example/a.png"><a href="http://x.example">乙</a>' +
      '<script>alert(1)</script><object data="x">物</object><table style="width:9px"><tr><td colwidth="5">丙</td></tr></table>';
    expect(through(bad)).toBe('<p>甲</p><p>乙</p><table><tbody><tr><td><p>丙</p></td></tr></tbody></table>');
  });
});
