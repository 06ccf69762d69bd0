/** Pages of images and their versions. May use the image service; must not touch the files of the store. */
package fr.brume.web.image;
