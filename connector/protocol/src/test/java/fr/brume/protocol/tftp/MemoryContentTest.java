package fr.brume.protocol.tftp;

class MemoryContentTest implements ContentContract {
    @Override
    public Content of(byte[] bytes) {
        return new MemoryContent(bytes);
    }
}
