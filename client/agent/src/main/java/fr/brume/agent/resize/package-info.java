/**
 * Fitting an image onto a disk of another size: where each partition goes (pure), and having the file systems grown or made
 * smaller by their own tools. Uses disk and filesystem; knows no server, and the source is never involved.
 */
package fr.brume.agent.resize;
