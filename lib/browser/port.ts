// The name of the port between a panel and a page. Apart from the schemas, because the page script must stay small.

export const portName = 'composure-page';
