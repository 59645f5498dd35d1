interface Persons {
  readonly personInCharge: string | null;
  readonly linkedLeader: string | null;
  readonly coordinator?: string | null;
  readonly responsibilities: { readonly reporter: string | null } | null;
  readonly taskForce?: { readonly leader: string } | null;
}

/** Whose names belong to a project: they are joined at the door and in no view, so that an erased one shows nowhere. */
export const peopleOf = ({ personInCharge, linkedLeader, coordinator, responsibilities, taskForce }: Persons) => [
  ...[personInCharge, linkedLeader, coordinator, responsibilities?.reporter, taskForce?.leader],
];

interface Explained {
  readonly causes: readonly { readonly actor: { readonly id: string } }[];
}

/** Whose names belong to a difference: who recorded what made it. */
export const recordersOf = (changes: readonly Explained[]) =>
  changes.flatMap(({ causes }) => causes.map(({ actor }) => actor.id));
