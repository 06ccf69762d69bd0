/** What pages of settings share: values by the names of their inputs. May use the settings' service; knows no page. */
package fr.brume.web.setting;
