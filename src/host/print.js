export const print = () => globalThis.print();
