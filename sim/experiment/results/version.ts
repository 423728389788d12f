/** The version of the program; results of other versions are other results. */
export const VERSION = "0.5.0";
