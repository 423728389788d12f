/** What one replication leaves behind: what workers send, the store keeps and analysis reads. */
import type { ReplicationResult } from "../../network/mod.ts";

/** What one replication leaves behind, without the names of its scenario and without a log. */
export type ReplicationRecord = Omit<ReplicationResult, "scenario" | "replication" | "log">;
