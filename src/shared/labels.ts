/** Chinese labels of closed lists of words. A list without the label of one of its words does not compile. */

/** Labels of the text members of `V` (null is not a word). */
export type Labels<V> = Readonly<Record<Extract<V, string>, string>>

/** Labels of words that a column may hold among others: an unknown word is shown as it is. */
export type OpenLabels = Readonly<Record<string, string>>
