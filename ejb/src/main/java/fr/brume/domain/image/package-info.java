/**
 * Images and their captured versions, with FOG's numbers for operating systems, image types and partition choices. May use the
 * storage package; must not know hosts or tasks.
 */
package fr.brume.domain.image;
