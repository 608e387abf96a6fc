using static TorchSharp.torch.utils.data;

namespace TorchSharp
{
    public static class torchaudio
    {
        public static class datasets
        {
            public struct YesnoDatasetItem
            {
                public torch.Tensor waveform;
                public int sample_rate;
                public string[] labels;
            }

            public class SpeechCommandsDatasetItem
            {
                public torch.Tensor waveform;
                public int sample_rate;
                public string label;
                public string speaker_id;
                public int utterance_number;
            }

            public static extern Dataset<SpeechCommandsDatasetItem> SPEECHCOMMANDS(string root, string url = null, string folder_in_archive = null, bool download = false, string subset = null);

            public static extern Dataset<YesnoDatasetItem> YESNO(string root, string url = null, string folder_in_archive = null, bool download = false);
        }
    }
}
