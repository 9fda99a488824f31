/** What every method gives: the credit of each channel, and that it is not incrementality. */

/** The credit of each channel. */
export interface Credits {
  /** The channels, sorted. */
  channels: string[];
  /** Conversions credited to each. */
  conversions: number[];
  /** Value credited to each. */
  values: number[];
  /** Conversions with at least one touch before them. */
  attributedConversions: number;
  /** Their value. */
  attributedValue: number;
  /** Conversions that no touch preceded. */
  unattributedConversions: number;
  /** Their value. */
  unattributedValue: number;
  /** Always false. */
  isIncremental: boolean;
  /** Why. */
  note: string;
}
