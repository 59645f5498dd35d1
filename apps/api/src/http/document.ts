import { DayOrNull, Text, TextOrNull } from './fields.js';

/** The paper behind a fact; its bytes are found by their hash. */
export class DocumentBody {
  @Text(300) title: string;
  @TextOrNull(100) docNo: string | null = null;
  @TextOrNull(100) issuer: string | null = null;
  @DayOrNull() issuedOn: string | null = null;
  @TextOrNull(64) sha256: string | null = null;
}
