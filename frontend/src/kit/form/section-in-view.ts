/** Where a section is when it is the one being read: in the upper part of the window, below what is fixed there. */
const READING = '-120px 0px -60% 0px';

/** Tells which of some sections is being read, whenever that changes. */
export class SectionInView {
  private inView = new Set<Element>();
  private sections: readonly Element[] = [];
  private observer: IntersectionObserver;

  constructor(tell: (index: number) => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const e of entries) e.isIntersecting ? this.inView.add(e.target) : this.inView.delete(e.target);
        const first = this.sections.findIndex((s) => this.inView.has(s));
        if (first >= 0) tell(first);
      },
      { rootMargin: READING },
    );
  }
  /** From now on these; those that were watched before go on. */
  watch(sections: readonly Element[]): void {
    this.sections = sections;
    for (const s of sections) this.observer.observe(s);
  }
  end(): void {
    this.observer.disconnect();
    this.inView.clear();
  }
}
