/** What is open on the page of money, as its address says it. */
export const moneyViews = ['send', 'receive', 'deposit', 'withdraw'] as const
export type MoneyView = (typeof moneyViews)[number]
export type MoneySearch = { do?: string }

/** Sending, unless the address says another. */
export const viewOf = ({ do: asked }: MoneySearch): MoneyView => moneyViews.find((view) => view === asked) ?? 'send'
