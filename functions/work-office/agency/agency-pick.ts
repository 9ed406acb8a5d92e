/** Which agencies a button ticks: those that are suggested, or widely (迷ったら広く招集). */
export const picks = ['suggested', 'wide'] as const;
export type Pick = (typeof picks)[number];
