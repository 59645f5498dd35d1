/** 防止政策效应过度叠加 (notice §5). */
export interface StackingRules {
  /** So many measures in force on one project raise the alert, 2 or more. */
  readonly alertFrom: number;
}
