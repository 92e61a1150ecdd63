import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { ProductRecord } from '../../src/api/constraints';
import { titlesOf, unreadableNote } from '../../src/parts/product/unreadable';

describe('what could not be read of a stored product', () => {
  it('is told by the titles of its fields', () => {
    expect(titlesOf(['warranty_period', 'record'], ProductRecord)).toEqual(['质保期限', '整条记录']);
  });
  it('stands in a note, and there is none without it', () => {
    const page = document.createElement('div');
    render(unreadableNote(['warranty_period'], ProductRecord), page);
    expect(page.querySelector('[role=alert] li')?.textContent).toBe('质保期限');
    render(unreadableNote([], ProductRecord), page);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});
