import { type DocumentKind, DOCUMENT_KINDS } from '#libs/domain';
import { ChoiceIfGiven, DayOrNull, HashOrNull, Text, TextOrNull, WholeOrNull } from './fields.js';

/** The paper behind a fact; its bytes are found by their hash. */
export class DocumentBody {
  @ChoiceIfGiven(DOCUMENT_KINDS) kind: DocumentKind = 'OTHER';
  @Text(300) title: string;
  @TextOrNull(100) docNo: string | null = null;
  @TextOrNull(100) issuer: string | null = null;
  @DayOrNull() issuedOn: string | null = null;
  @HashOrNull() sha256: string | null = null;
  @WholeOrNull(0, Number.MAX_SAFE_INTEGER) size: number | null = null;
  @TextOrNull(100) mediaType: string | null = null;
}
